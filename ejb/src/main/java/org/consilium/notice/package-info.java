/** Telling people about changes, on the pages that they have open. */
@NullMarked
package org.consilium.notice;

import org.jspecify.annotations.NullMarked;
