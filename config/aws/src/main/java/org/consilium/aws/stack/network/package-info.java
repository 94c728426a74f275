/** The network: three tiers over all zones, and the way to AWS services. */
@NullMarked
package org.consilium.aws.stack.network;

import org.jspecify.annotations.NullMarked;
