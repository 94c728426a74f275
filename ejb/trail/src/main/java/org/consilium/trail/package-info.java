/** The audit trail outside of the application: its tables, and what can be done with it without a server. */
@NullMarked
package org.consilium.trail;

import org.jspecify.annotations.NullMarked;
