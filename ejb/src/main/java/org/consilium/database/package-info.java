/** The way to MySQL: the data source, the schema's migrations, and whether the database answers. */
@NullMarked
package org.consilium.database;

import org.jspecify.annotations.NullMarked;
