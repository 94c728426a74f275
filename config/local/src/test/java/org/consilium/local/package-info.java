/** Tests of the run command, and what all tests of this module use; on free ports, in folders below {@code target}. */
@NullMarked
package org.consilium.local;

import org.jspecify.annotations.NullMarked;
