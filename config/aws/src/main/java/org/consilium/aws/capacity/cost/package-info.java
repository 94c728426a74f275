/** What the plan costs a month at list prices. */
@NullMarked
package org.consilium.aws.capacity.cost;

import org.jspecify.annotations.NullMarked;
