/** The log: one JSON object per line on standard output. */
@NullMarked
package org.consilium.server.log;

import org.jspecify.annotations.NullMarked;
