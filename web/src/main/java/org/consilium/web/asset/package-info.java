/** Files that every visitor gets and browsers keep for a year: scripts, the stylesheet, drawings. */
@NullMarked
package org.consilium.web.asset;

import org.jspecify.annotations.NullMarked;
