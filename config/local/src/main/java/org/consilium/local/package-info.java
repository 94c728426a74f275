/** The run command: starts the back ends, the nodes and the demo on one machine, and stays until they are stopped. */
@NullMarked
package org.consilium.local;

import org.jspecify.annotations.NullMarked;
