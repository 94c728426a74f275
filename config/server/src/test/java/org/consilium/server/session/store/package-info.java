/** Tests of the store of sessions, without Redis. */
@NullMarked
package org.consilium.server.session.store;

import org.jspecify.annotations.NullMarked;
