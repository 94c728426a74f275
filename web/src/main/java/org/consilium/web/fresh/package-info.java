/** Asks people once more for their password, or a code, before something of weight. */
@NullMarked
package org.consilium.web.fresh;

import org.jspecify.annotations.NullMarked;
