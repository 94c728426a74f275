/** Photos of an ailment: taken in, checked by what they are, shown by links that soon expire. */
@NullMarked
package org.consilium.image;

import org.jspecify.annotations.NullMarked;
