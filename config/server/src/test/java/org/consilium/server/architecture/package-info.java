/** Checks the structure of compiled classes. */
@NullMarked
package org.consilium.server.architecture;

import org.jspecify.annotations.NullMarked;
