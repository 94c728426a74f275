/** Access to MySQL: data sources, replicas, transactions, migrations, and health checks. */
@NullMarked
package org.consilium.database;

import org.jspecify.annotations.NullMarked;
