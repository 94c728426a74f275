/** The reverse proxy in front of several nodes on one machine, in place of the cloud's load balancer. */
@NullMarked
package org.consilium.local.proxy;

import org.jspecify.annotations.NullMarked;
