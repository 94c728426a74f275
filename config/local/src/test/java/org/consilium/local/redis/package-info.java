/** Tests of what runs on one machine; all of it on free ports, in folders below {@code target}. */
@NullMarked
package org.consilium.local.redis;

import org.jspecify.annotations.NullMarked;
