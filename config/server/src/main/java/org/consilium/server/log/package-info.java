/** Everything on standard output as one JSON object per line. */
@NullMarked
package org.consilium.server.log;

import org.jspecify.annotations.NullMarked;
