/** A node as a child process: the application server with the application, and the cache that speeds up its start. */
@NullMarked
package org.consilium.local.node;

import org.jspecify.annotations.NullMarked;
