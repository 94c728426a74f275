/**
 * HTTP sessions that live in Redis, so that any node serves any request: the web container's side.
 *
 * <p>A request loads its session from the {@linkplain org.consilium.server.session.store store}, usually under a lease,
 * works on a copy, and saves its changes before the response leaves. Nothing of a session stays on the node.
 */
@NullMarked
package org.consilium.server.session;

import org.jspecify.annotations.NullMarked;
