/** The cost of pages and steps: statements, round trips, and rows. */
@NullMarked
package org.consilium.ear.cost;

import org.jspecify.annotations.NullMarked;
