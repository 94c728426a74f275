/** Drawings of clinicians over photos. */
@NullMarked
package org.consilium.image.annotation;

import org.jspecify.annotations.NullMarked;
