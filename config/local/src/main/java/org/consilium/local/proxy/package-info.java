/** The load balancer of one machine: what stands in front of several nodes. */
@NullMarked
package org.consilium.local.proxy;

import org.jspecify.annotations.NullMarked;
