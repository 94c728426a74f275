package org.consilium.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value can be read with its key, and in its place alone. */
class SessionCipherTest {
    private static final byte[] FIRST = key(1);
    private static final byte[] SECOND = key(2);
    private static final byte[] VALUE = "srash".getBytes(StandardCharsets.UTF_8);
    private static final SessionKey SESSION = SessionKey.of("one");
    private static final String FIELD = ".label";

    private final SessionCipher cipher = new SessionCipher(List.of(FIRST));

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    @Test
    void readsWhatItWrote() {
        byte[] stored = cipher.of(SESSION).encrypt(FIELD, VALUE);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("rash");
        assertThat(cipher.of(SESSION).decrypt(FIELD, stored)).isEqualTo(VALUE);
        assertThat(cipher.of(SESSION).encrypt(FIELD, VALUE)).isNotEqualTo(stored);
        assertThat(cipher.of(SESSION).decrypt(FIELD, cipher.of(SESSION).encrypt(FIELD, new byte[0])))
                .isEmpty();
    }

    @Test
    void readsNothingThatWasMovedOrChanged() {
        byte[] stored = cipher.of(SESSION).encrypt(FIELD, VALUE);
        assertThat(cipher.of(SessionKey.of("other")).decrypt(FIELD, stored)).isNull();
        assertThat(cipher.of(SESSION).decrypt(".other", stored)).isNull();
        for (int i = 1; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThat(cipher.of(SESSION).decrypt(FIELD, changed)).isNull();
            assertThat(cipher.of(SESSION).decrypt(FIELD, Arrays.copyOf(stored, i)))
                    .isNull();
        }
    }

    @Test
    void readsWithTheFormerKeyWhileKeysAreExchanged() {
        SessionCipher exchanged = new SessionCipher(List.of(SECOND, FIRST));
        assertThat(exchanged.of(SESSION).decrypt(FIELD, cipher.of(SESSION).encrypt(FIELD, VALUE)))
                .isEqualTo(VALUE);
        assertThat(cipher.of(SESSION).decrypt(FIELD, exchanged.of(SESSION).encrypt(FIELD, VALUE)))
                .isNull();
    }

    @Test
    void readsAndWritesInClearOnlyIfTold() {
        SessionCipher clear = new SessionCipher(List.of(SessionCipher.CLEAR));
        SessionCipher clearFirst = new SessionCipher(List.of(SessionCipher.CLEAR, FIRST));
        SessionCipher clearStill = new SessionCipher(List.of(FIRST, SessionCipher.CLEAR));
        byte[] stored = cipher.of(SESSION).encrypt(FIELD, VALUE);
        assertThat(cipher.of(SESSION).decrypt(FIELD, VALUE)).isNull();
        assertThat(clear.of(SESSION).encrypt(FIELD, VALUE)).isEqualTo(VALUE);
        assertThat(clear.of(SESSION).decrypt(FIELD, VALUE)).isEqualTo(VALUE);
        assertThat(clear.of(SESSION).decrypt(FIELD, stored)).isNull();
        assertThat(clearFirst.of(SESSION).encrypt(FIELD, VALUE)).isEqualTo(VALUE);
        assertThat(clearFirst.of(SESSION).decrypt(FIELD, stored)).isEqualTo(VALUE);
        assertThat(clearStill.of(SESSION).encrypt(FIELD, VALUE)).isNotEqualTo(VALUE);
        assertThat(clearStill.of(SESSION).decrypt(FIELD, VALUE)).isEqualTo(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", ",", "twenty-eight-characters-here,short", "none,none,none", "None"})
    void aServerWithAnInvalidKeyDoesNotStart(String keys) {
        assertThatThrownBy(() -> SessionCipher.of(new Settings(Map.of("CONSILIUM_SESSION_KEYS", keys))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CONSILIUM_SESSION_KEYS")
                .hasMessageNotContaining("short");
    }
}
