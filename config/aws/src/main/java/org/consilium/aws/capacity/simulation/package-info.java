/** Replays a day, second by second, on an Auto Scaling group. */
@NullMarked
package org.consilium.aws.capacity.simulation;

import org.jspecify.annotations.NullMarked;
