/** The common part of pages with passkeys: the request to the browser, and its answer. */
@NullMarked
package org.consilium.web.account.passkey;

import org.jspecify.annotations.NullMarked;
