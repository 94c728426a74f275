/** Nodes and a session store that die, stand still or go one after the other, under people who read and write. */
@NullMarked
package org.consilium.ear.fault;

import org.jspecify.annotations.NullMarked;
