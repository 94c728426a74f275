/** Scales, turns and converts decoded images. */
@NullMarked
package org.consilium.imaging.pixels;

import org.jspecify.annotations.NullMarked;
