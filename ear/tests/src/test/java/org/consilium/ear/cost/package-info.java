/** What pages and steps cost the back ends: statements, round trips, and rows. */
@NullMarked
package org.consilium.ear.cost;

import org.jspecify.annotations.NullMarked;
