/** Tests that tell a late Redis from a late process. */
@NullMarked
package org.consilium.server.redis;

import org.jspecify.annotations.NullMarked;
