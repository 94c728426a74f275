/** Files that cameras, and attackers, might send. All are generated. */
@NullMarked
package org.consilium.testing.photo;

import org.jspecify.annotations.NullMarked;
