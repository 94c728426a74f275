/**
 * Types shared by the node and the worker process: formats, limits, renditions, and the protocol between the two. Plain
 * Java, without Jakarta: {@code client} starts worker processes, {@code worker} is what runs in them.
 */
@NullMarked
package org.consilium.imaging;

import org.jspecify.annotations.NullMarked;
