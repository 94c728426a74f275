/** Rate limits on what can be abused: guessing passwords, opening accounts, and everything that a person writes. */
@NullMarked
package org.consilium.limit;

import org.jspecify.annotations.NullMarked;
