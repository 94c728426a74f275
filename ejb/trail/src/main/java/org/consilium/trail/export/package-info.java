/** The whole trail as lines of text, with the seals and anchors that prove it. */
@NullMarked
package org.consilium.trail.export;

import org.jspecify.annotations.NullMarked;
