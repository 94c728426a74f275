/** Tests of the database server. */
@NullMarked
package org.consilium.local.database;

import org.jspecify.annotations.NullMarked;
