/** What processes leave on the disk. */
@NullMarked
package org.consilium.testing.disk;

import org.jspecify.annotations.NullMarked;
