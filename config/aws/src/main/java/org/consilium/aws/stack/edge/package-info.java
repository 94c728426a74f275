/** What faces the Internet: load balancer, CloudFront, firewalls, DNS records. */
@NullMarked
package org.consilium.aws.stack.edge;

import org.jspecify.annotations.NullMarked;
