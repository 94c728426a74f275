/** Redis as child processes: a single server, a replica or a cluster, and a connection for administration. */
@NullMarked
package org.consilium.local.redis;

import org.jspecify.annotations.NullMarked;
