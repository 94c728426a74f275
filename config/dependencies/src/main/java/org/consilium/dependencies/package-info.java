/** Compares what ships with what its authors have released since, and with the lists of what is abandoned. */
@NullMarked
package org.consilium.dependencies;

import org.jspecify.annotations.NullMarked;
