/**
 * The second factor of an account: an app that shows one-time codes, and recovery codes for those who have lost it. It
 * knows accounts by their keys alone.
 */
@NullMarked
package org.consilium.account.factor;

import org.jspecify.annotations.NullMarked;
