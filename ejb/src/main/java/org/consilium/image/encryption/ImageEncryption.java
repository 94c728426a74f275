package org.consilium.image.encryption;

import org.consilium.storage.EncryptionMode;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one image are encrypted.
 *
 * @param keyOwner the account that the key belongs to, for {@link EncryptionMode#CUSTOMER_KEY}
 */
public record ImageEncryption(EncryptionMode mode, @Nullable Long keyOwner) {}
