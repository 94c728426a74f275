/** The nodes: what they are, what they may do, how they are configured, and how many there are. */
@NullMarked
package org.consilium.aws.stack.compute;

import org.jspecify.annotations.NullMarked;
