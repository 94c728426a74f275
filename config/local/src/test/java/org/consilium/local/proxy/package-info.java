/** Tests of what runs on one machine; all of it on free ports, in folders below {@code target}. */
@NullMarked
package org.consilium.local.proxy;

import org.jspecify.annotations.NullMarked;
