/** Tests of the owner's side of the trail, on a real database and object store. */
@NullMarked
package org.consilium.local.trail;

import org.jspecify.annotations.NullMarked;
