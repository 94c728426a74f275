/**
 * Sessions in Redis: how they are stored, read, written, and leased. It knows nothing of the web container.
 *
 * <p>A session is a hash, with a field for each attribute. One script loads it and takes a lease on it; another writes
 * the changes and releases the lease. A lease is a token that expires unless it is renewed; a writer whose lease went
 * to another request is refused.
 */
@NullMarked
package org.consilium.server.session.store;

import org.jspecify.annotations.NullMarked;
