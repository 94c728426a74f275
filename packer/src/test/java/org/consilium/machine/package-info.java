/** The test of the machine image. */
@NullMarked
package org.consilium.machine;

import org.jspecify.annotations.NullMarked;
