/**
 * HTTP sessions that live in Redis, so that any node serves any request.
 *
 * <p>A session is a hash in Redis, a field an attribute. A request loads it and takes a lease on it in one script, and
 * writes what it has changed and gives the lease back in another; nothing of it stays on the node. A lease is a token
 * that expires by itself: a writer whose lease has gone to another is refused.
 */
@NullMarked
package org.consilium.server.session;

import org.jspecify.annotations.NullMarked;
