/** A way back in for those who have forgotten their password: a letter with a link. */
@NullMarked
package org.consilium.account.reset;

import org.jspecify.annotations.NullMarked;
