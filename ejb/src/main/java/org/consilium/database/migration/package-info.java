/** Steps of the schema that SQL alone cannot make. */
@NullMarked
package org.consilium.database.migration;

import org.jspecify.annotations.NullMarked;
