package org.consilium.storage;

import org.jspecify.annotations.Nullable;

/**
 * How one object is encrypted where it lies. Whoever stores it remembers this, so that it stays readable when the way
 * is changed for later ones.
 *
 * @param wrappedKey for {@link Way#CUSTOMER_KEY}, what {@link KeyWrapping} has made
 */
public record Protection(Way way, @Nullable String wrappedKey) {

    /** By the store: links lead to it. */
    public static final Protection STORE = new Protection(Way.STORE, null);

    /** Who encrypts. */
    public enum Way {
        /** The store, with keys of its own or with the hospital's in KMS. */
        STORE,
        /** The store, with a key that comes with each request and that it does not keep (SSE-C). */
        CUSTOMER_KEY,
        /** This application, before it sends anything. */
        CLIENT
    }

    public Protection {
        if ((way == Way.CUSTOMER_KEY) != (wrappedKey != null)) {
            throw new IllegalArgumentException("a key belongs to CUSTOMER_KEY, and to it alone");
        }
    }

    /** Whether only this application can show it, as no link can lead to it. */
    public boolean isOursToShow() {
        return way != Way.STORE;
    }
}
