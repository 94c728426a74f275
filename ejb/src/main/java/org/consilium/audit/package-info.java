/** The trail of what was asked of the system and what was decided. */
@NullMarked
package org.consilium.audit;

import org.jspecify.annotations.NullMarked;
