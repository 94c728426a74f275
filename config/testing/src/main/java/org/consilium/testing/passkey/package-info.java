/** An authenticator for passkeys, without a device and without a person. */
@NullMarked
package org.consilium.testing.passkey;

import org.jspecify.annotations.NullMarked;
