/** Tests of the reverse proxy. */
@NullMarked
package org.consilium.local.proxy;

import org.jspecify.annotations.NullMarked;
