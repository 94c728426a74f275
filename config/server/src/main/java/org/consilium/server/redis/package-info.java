/** The server's connection to Redis: its settings, its timeouts, and the bean that the application injects. */
@NullMarked
package org.consilium.server.redis;

import org.jspecify.annotations.NullMarked;
