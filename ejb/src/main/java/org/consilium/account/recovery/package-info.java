/**
 * A way back in for those who have lost every second factor: one person who has proved their identity asks for it, a
 * second one approves.
 */
@NullMarked
package org.consilium.account.recovery;

import org.jspecify.annotations.NullMarked;
