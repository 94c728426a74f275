/** Tests of the session store. */
@NullMarked
package org.consilium.local.redis;

import org.jspecify.annotations.NullMarked;
