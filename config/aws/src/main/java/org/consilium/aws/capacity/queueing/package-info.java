/** How long requests wait for a processor, by queueing theory. */
@NullMarked
package org.consilium.aws.capacity.queueing;

import org.jspecify.annotations.NullMarked;
