/** The policy: who may do what on whose record, and how often. */
@NullMarked
package org.consilium.access;

import org.jspecify.annotations.NullMarked;
