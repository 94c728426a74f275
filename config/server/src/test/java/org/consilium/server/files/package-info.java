/** What a node leaves on its disk. */
@NullMarked
package org.consilium.server.files;

import org.jspecify.annotations.NullMarked;
