/** The days that the plan has to get through, replayed on it, and the verdict on each. */
@NullMarked
package org.consilium.aws.capacity.replay;

import org.jspecify.annotations.NullMarked;
