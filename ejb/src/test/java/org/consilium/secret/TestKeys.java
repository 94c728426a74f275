package org.consilium.secret;

import java.util.Optional;
import org.consilium.storage.Beans;

/** Secret keys as the container configures them, the first one first. */
public final class TestKeys {

    private TestKeys() {}

    public static SecretKeys of(String... secrets) throws ReflectiveOperationException {
        SecretKeys keys = new SecretKeys();
        Beans.set(keys, "secrets", Optional.of(String.join(",", secrets)));
        keys.open();
        return keys;
    }
}
