/** Lists of the privacy officer, taken out of the system as comma-separated values. */
@NullMarked
package org.consilium.web.export;

import org.jspecify.annotations.NullMarked;
