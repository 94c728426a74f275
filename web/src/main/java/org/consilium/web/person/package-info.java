/** One person, as an administrator sees them, and what others than the owner change about an account. */
@NullMarked
package org.consilium.web.person;

import org.jspecify.annotations.NullMarked;
