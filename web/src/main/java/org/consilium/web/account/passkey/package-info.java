/** What pages with passkeys have in common: how the browser is asked, and how it answers. */
@NullMarked
package org.consilium.web.account.passkey;

import org.jspecify.annotations.NullMarked;
