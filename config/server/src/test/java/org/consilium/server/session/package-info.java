/** Sessions in Redis, looked at through servers of several nodes. */
@NullMarked
package org.consilium.server.session;

import org.jspecify.annotations.NullMarked;
