/** Redis on one machine: the server as a child, alone, as a replica or as a cluster, and a small client for it. */
@NullMarked
package org.consilium.local.redis;

import org.jspecify.annotations.NullMarked;
