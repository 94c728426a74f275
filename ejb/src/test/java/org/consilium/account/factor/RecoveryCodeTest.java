package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consilium.secret.TestKeys;
import org.junit.jupiter.api.Test;

/** A stored recovery code is recognized with the key that it was hashed with. */
class RecoveryCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final String OLD = "a key of at least 28 characters";
    private static final String NEW = "another key of at least 28 characters";
    private static final String CODE = "01ABCDEFGH";

    @Test
    void isRecognizedWhileKeysAreExchanged() throws ReflectiveOperationException {
        RecoveryCode stored = new RecoveryCode(7, CODE, TestKeys.of(OLD), NOW);
        assertThat(stored.is(CODE, TestKeys.of(OLD))).isTrue();
        assertThat(stored.is(CODE, TestKeys.of(OLD, NEW))).isTrue();
        assertThat(stored.is(CODE, TestKeys.of(NEW, OLD))).isTrue();
        assertThat(stored.is(CODE, TestKeys.of(NEW))).isFalse();
    }

    @Test
    void isNoOther() throws ReflectiveOperationException {
        RecoveryCode stored = new RecoveryCode(7, CODE, TestKeys.of(OLD), NOW);
        assertThat(stored.is("01ABCDEFGJ", TestKeys.of(OLD))).isFalse();
    }

    /** Compared with the value of another implementation, Python's hashlib. */
    @Test
    void isHashedByPbkdf2() {
        assertThat(SaltedHash.of(CODE, new byte[16]))
                .isEqualTo("210413e718024f538b677b83bfaab16f4bebc4b191cdc9f741e0c3d8a2f82fab");
        assertThat(SaltedHash.of(CODE, SaltedHash.salt())).isNotEqualTo(SaltedHash.of(CODE, SaltedHash.salt()));
    }
}
