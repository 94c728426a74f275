/** Tests of the image store. */
@NullMarked
package org.consilium.local.store;

import org.jspecify.annotations.NullMarked;
