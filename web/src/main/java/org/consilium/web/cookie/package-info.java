/** Cookies of the site. */
@NullMarked
package org.consilium.web.cookie;

import org.jspecify.annotations.NullMarked;
