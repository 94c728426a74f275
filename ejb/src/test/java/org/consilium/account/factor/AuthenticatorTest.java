package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consilium.secret.SecretKeys;
import org.consilium.secret.TestKeys;
import org.junit.jupiter.api.Test;

/** The secret of an authenticator can be read with the key that encrypted it, and for its own account alone. */
class AuthenticatorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final String OLD = "a key of at least 28 characters";
    private static final String NEW = "another key of at least 28 characters";

    private final TotpSecret secret = TotpSecret.random();

    @Test
    void keepsItsSecretWhileKeysAreExchanged() throws ReflectiveOperationException {
        SecretKeys both = TestKeys.of(NEW, OLD);
        Authenticator authenticator = new Authenticator(7, secret, TestKeys.of(OLD), NOW);
        assertThat(authenticator.secret(both).map(TotpSecret::text)).contains(secret.text());
        assertThat(authenticator.secret(TestKeys.of(NEW))).isEmpty();

        byte[] renewed = authenticator.encrypted(secret, both);
        assertThat(TestKeys.of(NEW).decrypt("authenticator 7", renewed)).hasValue(secret.bytes());
        assertThat(TestKeys.of(OLD).decrypt("authenticator 7", renewed)).isEmpty();
    }

    @Test
    void isOfNoUseInTheRowOfAnotherAccount() throws ReflectiveOperationException {
        SecretKeys keys = TestKeys.of(OLD);
        byte[] stored = new Authenticator(7, secret, keys, NOW).encrypted(secret, keys);
        assertThat(keys.decrypt("authenticator 7", stored)).isPresent();
        assertThat(keys.decrypt("authenticator 8", stored)).isEmpty();
    }
}
