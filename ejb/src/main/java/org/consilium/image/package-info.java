/**
 * Photos of an ailment, from the announcement of a file to its place in a message: their status, their objects in the
 * store, and who may see them. The packages below use this one, except for {@code encryption}, which it uses.
 */
@NullMarked
package org.consilium.image;

import org.jspecify.annotations.NullMarked;
