/** The settings of the server, and the one line that says why it cannot start with them. */
@NullMarked
package org.consilium.server.settings;

import org.jspecify.annotations.NullMarked;
