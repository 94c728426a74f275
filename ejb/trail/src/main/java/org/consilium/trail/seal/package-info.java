/** Seals over the entries of the trail, and anchors of seals: what they say, and how they are made. */
@NullMarked
package org.consilium.trail.seal;

import org.jspecify.annotations.NullMarked;
