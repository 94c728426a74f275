/** What all nodes share and may forget at any moment, in Redis: the only package that knows Redisson. */
@NullMarked
package org.consilium.cache;

import org.jspecify.annotations.NullMarked;
