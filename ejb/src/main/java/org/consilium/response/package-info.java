/** How soon teams take new consultations, and who is told when they do not. */
@NullMarked
package org.consilium.response;

import org.jspecify.annotations.NullMarked;
