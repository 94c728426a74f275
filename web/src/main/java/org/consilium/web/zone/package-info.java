/** The time zone in which somebody reads times. */
@NullMarked
package org.consilium.web.zone;

import org.jspecify.annotations.NullMarked;
