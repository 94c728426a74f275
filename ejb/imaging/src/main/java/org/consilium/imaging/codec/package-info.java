/** Decoders and encoders: those of the JDK, of TwelveMonkeys, and native ones where they are installed. */
@NullMarked
package org.consilium.imaging.codec;

import org.jspecify.annotations.NullMarked;
