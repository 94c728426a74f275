package org.consilium.web.send;

import java.util.UUID;

/** Makes the keys of forms: each is sent back with its form, so that the same form sent twice is recognized. */
public final class FormKeys {

    private FormKeys() {}

    public static String next() {
        return UUID.randomUUID().toString();
    }
}
