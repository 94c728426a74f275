package org.consilium.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An encrypted secret can be read with its own key, for its own purpose, and only if it was not changed; a fingerprint
 * can be made with the key alone.
 */
class SecretKeysTest {
    private static final String FIRST = "a key of at least 28 characters";
    private static final String SECOND = "another key of at least 28 characters";
    private static final byte[] PLAIN = "a secret".getBytes(StandardCharsets.UTF_8);

    private final MasterKey key = MasterKey.of(FIRST);

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
        MasterKey other = MasterKey.of(SECOND);
        byte[] encrypted = key.encrypt("letter 1", PLAIN);
        assertThat(key.hasEncrypted(encrypted)).isTrue();
        assertThat(other.hasEncrypted(encrypted)).isFalse();
    }

    /** Authenticators are kept for years; this value was not made by the class under test. */
    @Test
    void readsWhatWasWrittenBefore() {
        byte[] encrypted = HexFormat.of()
                .parseHex("9cfcfbe8000102030405060708090a0b0c0d0e0f36504a0df0873edcd4eca42974a1580dd55c8f06119da2c9");
        assertThat(key.hasEncrypted(encrypted)).isTrue();
        assertThat(key.decrypt("letter 1", encrypted)).hasValue(PLAIN);
    }

    /** Nor was this one. */
    @Test
    void recognizesFingerprintsThatWereMadeBefore() {
        assertThat(key.fingerprint("recovery code 7", "0123456789"))
                .isEqualTo("7ff588244cc3102fff572687bef79f2de7503e1e59758abdfb2337226dabaf86");
    }

    @Test
    void makesAnotherFingerprintForAnotherPurposeValueOrKey() {
        assertThat(List.of(
                        key.fingerprint("recovery code 7", "0123456789"),
                        key.fingerprint("recovery code 8", "0123456789"),
                        key.fingerprint("recovery code 7", "0123456788"),
                        MasterKey.of(SECOND).fingerprint("recovery code 7", "0123456789")))
                .doesNotHaveDuplicates();
    }

    @Test
    void findsAFingerprintAfterANewKeyWasAdded() throws ReflectiveOperationException {
        String stored =
                TestKeys.of(FIRST).fingerprints("recovery code 7", "0123456789").get(0);
        List<String> candidates = TestKeys.of(SECOND, FIRST).fingerprints("recovery code 7", "0123456789");
        assertThat(candidates).hasSize(2).contains(stored);
        assertThat(candidates.get(0)).isNotEqualTo(stored);
    }
}
