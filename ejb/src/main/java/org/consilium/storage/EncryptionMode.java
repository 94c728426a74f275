package org.consilium.storage;

/** Which party encrypts an object. The names are stored in the database. */
public enum EncryptionMode {
    /** The store, with its own keys or with the hospital's key in KMS. */
    STORE,
    /** The store, with a key that each request carries and that the store does not keep (SSE-C). */
    CUSTOMER_KEY,
    /** This application, before it sends the object. */
    CLIENT
}
