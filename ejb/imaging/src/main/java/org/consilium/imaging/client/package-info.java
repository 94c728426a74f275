/** The node's side of the worker processes. */
@NullMarked
package org.consilium.imaging.client;

import org.jspecify.annotations.NullMarked;
