/** Puts the distribution together; runs in the build and is not part of what ships. */
@NullMarked
package org.consilium.server.assembly;

import org.jspecify.annotations.NullMarked;
