/** Addresses of pages, and what a page may believe of its address. */
@NullMarked
package org.consilium.web.address;

import org.jspecify.annotations.NullMarked;
