/** What the operator tells the server, and the one line that says why it cannot start with it. */
@NullMarked
package org.consilium.server.settings;

import org.jspecify.annotations.NullMarked;
