/** The server's connection to Redis: what it is told from outside, and what it gives to the application. */
@NullMarked
package org.consilium.server.redis;

import org.jspecify.annotations.NullMarked;
