/** Access to MySQL: data sources, the replica, migrations, and health checks. */
@NullMarked
package org.consilium.database;

import org.jspecify.annotations.NullMarked;
