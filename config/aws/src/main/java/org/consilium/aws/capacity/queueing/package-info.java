/** How long requests wait for a processor, by the formulas of queueing theory. */
@NullMarked
package org.consilium.aws.capacity.queueing;

import org.jspecify.annotations.NullMarked;
