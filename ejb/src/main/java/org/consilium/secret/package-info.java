/** Secrets that change while nodes run. */
@NullMarked
package org.consilium.secret;

import org.jspecify.annotations.NullMarked;
