/** What people change about themselves: the name, and the e-mail address. */
@NullMarked
package org.consilium.web.profile;

import org.jspecify.annotations.NullMarked;
