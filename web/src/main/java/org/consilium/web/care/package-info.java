/** Pages by which people become part of the hospital: registration. */
@NullMarked
package org.consilium.web.care;

import org.jspecify.annotations.NullMarked;
