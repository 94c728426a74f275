/** What all nodes share in Redis, and may lose at any moment. No other package uses Redisson. */
@NullMarked
package org.consilium.cache;

import org.jspecify.annotations.NullMarked;
