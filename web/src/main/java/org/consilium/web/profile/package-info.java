/** The pages where people change their own details: the name and the e-mail address. */
@NullMarked
package org.consilium.web.profile;

import org.jspecify.annotations.NullMarked;
