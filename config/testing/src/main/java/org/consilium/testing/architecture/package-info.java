/** Rules for the structure of every module. */
@NullMarked
package org.consilium.testing.architecture;

import org.jspecify.annotations.NullMarked;
