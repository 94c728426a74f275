/** The back ends and a node on one machine: what the run command and the tests of the whole start. */
@NullMarked
package org.consilium.local;

import org.jspecify.annotations.NullMarked;
