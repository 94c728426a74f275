/** Compression of pages that tells nobody what is in them. */
@NullMarked
package org.consilium.web.compression;

import org.jspecify.annotations.NullMarked;
