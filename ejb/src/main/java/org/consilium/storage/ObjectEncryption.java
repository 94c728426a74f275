package org.consilium.storage;

import org.jspecify.annotations.Nullable;

/**
 * How one object is encrypted at rest. It is recorded with the object, which stays readable after the configured mode
 * has changed.
 *
 * @param wrappedKey the key for {@link EncryptionMode#CUSTOMER_KEY}, as {@link DataKeys#create} returns it
 */
public record ObjectEncryption(
        EncryptionMode mode, @Nullable String wrappedKey) {

    /** Encryption by the store, which allows links to the object. */
    public static final ObjectEncryption BY_STORE = new ObjectEncryption(EncryptionMode.STORE, null);

    public ObjectEncryption {
        if ((mode == EncryptionMode.CUSTOMER_KEY) != (wrappedKey != null)) {
            throw new IllegalArgumentException("CUSTOMER_KEY needs a key, and the other modes must not have one");
        }
    }

    /** Whether a link can show the object; otherwise only this application can decrypt it. */
    public boolean allowsLinks() {
        return mode == EncryptionMode.STORE;
    }
}
