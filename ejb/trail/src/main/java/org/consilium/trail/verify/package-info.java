/** The verification of a trail against its seals and anchors, which needs nothing but its lines and the public key. */
@NullMarked
package org.consilium.trail.verify;

import org.jspecify.annotations.NullMarked;
