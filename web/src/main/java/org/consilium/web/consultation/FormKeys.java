package org.consilium.web.consultation;

import java.util.UUID;

/** Makes the keys of forms: each is sent back with its form, so that the same form sent twice is recognized. */
final class FormKeys {

    private FormKeys() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
