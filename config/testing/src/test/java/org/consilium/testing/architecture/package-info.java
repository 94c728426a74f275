/** The rules, tried on classes that break them. */
@NullMarked
package org.consilium.testing.architecture;

import org.jspecify.annotations.NullMarked;
