/** Whether Redis is late, or this process. */
@NullMarked
package org.consilium.server.redis;

import org.jspecify.annotations.NullMarked;
