/**
 * People who sign in: their account, role and password, the invitation that opened it, and its lock after wrong
 * passwords.
 */
@NullMarked
package org.consilium.account;

import org.jspecify.annotations.NullMarked;
