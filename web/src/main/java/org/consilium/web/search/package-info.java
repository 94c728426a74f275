/** Searches for people by name or address, which must not be in the address of a page. */
@NullMarked
package org.consilium.web.search;

import org.jspecify.annotations.NullMarked;
