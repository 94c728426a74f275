/** Another e-mail address of an account, which its owner proves by a letter. */
@NullMarked
package org.consilium.account.address;

import org.jspecify.annotations.NullMarked;
