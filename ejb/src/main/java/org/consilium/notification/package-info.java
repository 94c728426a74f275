/** Tells people by a letter that there is something new for them, if they do not read it soon. */
@NullMarked
package org.consilium.notification;

import org.jspecify.annotations.NullMarked;
