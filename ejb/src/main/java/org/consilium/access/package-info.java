/** The policy: who may do what on whose record. */
@NullMarked
package org.consilium.access;

import org.jspecify.annotations.NullMarked;
