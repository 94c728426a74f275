/** Pages of people who sign in: sign-in, invitation, and the administrator's people page. */
@NullMarked
package org.consilium.web.account;

import org.jspecify.annotations.NullMarked;
