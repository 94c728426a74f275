/** Replays a day, second by second, on a fleet that AWS scales. */
@NullMarked
package org.consilium.aws.capacity.simulation;

import org.jspecify.annotations.NullMarked;
