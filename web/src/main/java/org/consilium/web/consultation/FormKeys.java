package org.consilium.web.consultation;

import java.util.UUID;

/** Made with each form and sent back with it, so that the same form sent twice is known. */
final class FormKeys {

    private FormKeys() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
