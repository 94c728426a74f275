/** Checks that compiled classes find everything they refer to in the jars that ship with them. */
@NullMarked
package org.consilium.server.link;

import org.jspecify.annotations.NullMarked;
