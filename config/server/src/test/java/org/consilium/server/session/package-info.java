/** Tests of sessions in Redis, with several nodes. */
@NullMarked
package org.consilium.server.session;

import org.jspecify.annotations.NullMarked;
