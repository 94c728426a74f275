/** The names of people's browsers, and the cookies that they keep between visits. */
@NullMarked
package org.consilium.web.account.device;

import org.jspecify.annotations.NullMarked;
