/**
 * People who sign in: their account, role and password, the invitation that opened it, and its lock after wrong
 * passwords.
 *
 * <p>It is one package, although it is large: password, lock, invitation and state all belong to one aggregate, the
 * account, and most of it can be package-private only in one place.
 */
@NullMarked
package org.consilium.account;

import org.jspecify.annotations.NullMarked;
