/**
 * What a node writes to its disk while it runs, and how it is deleted: at the end of a request, of a node, or of
 * neither.
 */
@NullMarked
package org.consilium.server.files;

import org.jspecify.annotations.NullMarked;
