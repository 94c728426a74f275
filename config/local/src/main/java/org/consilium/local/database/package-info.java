/** MariaDB as a child process, in place of the cloud's MySQL: its programs, its data folder, the server, a database. */
@NullMarked
package org.consilium.local.database;

import org.jspecify.annotations.NullMarked;
