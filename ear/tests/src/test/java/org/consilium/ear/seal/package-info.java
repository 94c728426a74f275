/** The audit trail is sealed, and whoever changes it in the database is found out. */
@NullMarked
package org.consilium.ear.seal;

import org.jspecify.annotations.NullMarked;
