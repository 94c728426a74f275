/** Requests of people to close their accounts, which an administrator decides: records stay as the law wants. */
@NullMarked
package org.consilium.account.closing;

import org.jspecify.annotations.NullMarked;
