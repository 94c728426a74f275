/** What the tests of the whole stand on: real back ends, real nodes, a real browser. */
@NullMarked
package org.consilium.ear.stand;

import org.jspecify.annotations.NullMarked;
