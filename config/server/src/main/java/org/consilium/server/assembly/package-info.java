/** Assembles the distribution. It runs in the build and does not ship. */
@NullMarked
package org.consilium.server.assembly;

import org.jspecify.annotations.NullMarked;
