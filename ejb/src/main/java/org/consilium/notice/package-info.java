/** Telling people that something has changed: on the pages that they have open. */
@NullMarked
package org.consilium.notice;

import org.jspecify.annotations.NullMarked;
