/** Reads the structure of photo files, checks sizes before anything is decoded, and strips metadata. */
@NullMarked
package org.consilium.imaging.format;

import org.jspecify.annotations.NullMarked;
