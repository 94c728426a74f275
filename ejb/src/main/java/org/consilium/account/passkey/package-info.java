/**
 * Passkeys: keys on a person's own devices that sign for them instead of a password, or after it (W3C Web
 * Authentication Level 3; NIST SP 800-63B-4, sections 3.1.7 and 3.2.5).
 */
@NullMarked
package org.consilium.account.passkey;

import org.jspecify.annotations.NullMarked;
