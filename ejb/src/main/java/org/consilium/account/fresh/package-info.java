/**
 * Makes sure before changes of weight that it is still the owner who uses a session: by the password, or a code, that
 * is entered once more.
 */
@NullMarked
package org.consilium.account.fresh;

import org.jspecify.annotations.NullMarked;
