/** Passwords: which ones can be chosen, and how they are hashed and compared. */
@NullMarked
package org.consilium.account.password;

import org.jspecify.annotations.NullMarked;
