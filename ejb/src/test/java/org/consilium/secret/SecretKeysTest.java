package org.consilium.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An encrypted secret can be read with its own key, for its own purpose, and only if it was not changed. */
class SecretKeysTest {
    private static final byte[] PLAIN = "a secret".getBytes(StandardCharsets.UTF_8);

    private final MasterKey key = MasterKey.of("a key of at least 28 characters");

    @Test
    void isReadForTheSamePurpose() {
        byte[] encrypted = key.encrypt("letter 1", PLAIN);
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(key.decrypt("letter 1", encrypted)).hasValue(PLAIN);
        assertThat(key.decrypt("letter 2", encrypted)).isEmpty();
    }

    @Test
    void differsEachTime() {
        assertThat(key.encrypt("letter 1", PLAIN)).isNotEqualTo(key.encrypt("letter 1", PLAIN));
    }

    @Test
    void isReadAsItWasWrittenOnly() {
        byte[] encrypted = key.encrypt("letter 1", PLAIN);
        for (int i = 4; i < encrypted.length; i++) {
            byte[] changed = Arrays.copyOf(encrypted, encrypted.length);
            changed[i] ^= 1;
            assertThat(key.decrypt("letter 1", changed)).as("byte %d", i).isEmpty();
        }
        assertThat(key.hasEncrypted(Arrays.copyOf(encrypted, 10))).isFalse();
    }

    @Test
    void namesItsKey() {
        MasterKey other = MasterKey.of("another key of at least 28 characters");
        byte[] encrypted = key.encrypt("letter 1", PLAIN);
        assertThat(key.hasEncrypted(encrypted)).isTrue();
        assertThat(other.hasEncrypted(encrypted)).isFalse();
    }
}
