package org.consilium.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Locale;
import org.consilium.account.password.Argon2idHash.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords are kept as the OWASP cheat sheet asks, and told apart to the last character. */
class Argon2idHashTest {

    private final Argon2idHash passwords = with(Argon2idHash.MIN_MEMORY_KIB, Argon2idHash.MIN_PASSES);

    private static Argon2idHash with(int memoryKib, int passes) {
        return new Argon2idHash(new PasswordSlots(), memoryKib, passes);
    }

    @Test
    void hashesWithSaltAndTheParametersOfTheDay() {
        String hash = passwords.generate("correct horse battery".toCharArray());

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.generate("correct horse battery".toCharArray())).isNotEqualTo(hash);
        assertThat(passwords.verify("correct horse battery".toCharArray(), hash))
                .isTrue();
        assertThat(passwords.verify("correct horse batterz".toCharArray(), hash))
                .isFalse();
    }

    @Test
    void tellsLettersOfEveryScriptApart() {
        String hash = passwords.generate("пароль-密码-🔑-ñ".toCharArray());

        assertThat(passwords.verify("пароль-密码-🔑-ñ".toCharArray(), hash)).isTrue();
        assertThat(passwords.verify("??????-??-?-?".toCharArray(), hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "caf\u00e9-con-leche, cafe\u0301-con-leche",
        "\u1ec7-\ud55c\uae00-passwort, e\u0323\u0302-\u1112\u1161\u11ab\u1100\u1173\u11af-passwort",
        "\u03a9mega-\u00c5ngstrom, \u2126mega-\u212bngstrom"
    })
    void takesTheSameLettersInAnyForm(String composed, String otherwise) {
        String hash = passwords.generate(otherwise.toCharArray());

        assertThat(passwords.verify(composed.toCharArray(), hash)).isTrue();
        assertThat(passwords.verify(otherwise.toCharArray(), hash)).isTrue();
        assertThat(passwords.verify(composed.toUpperCase(Locale.ROOT).toCharArray(), hash))
                .isFalse();
    }

    /** As they were hashed before there was one form. */
    @ParameterizedTest
    @CsvSource({"cafe\u0301-con-leche, caf\u00e9-con-leche", "\u2126mega-password, \u2126mega-password"})
    void takesWhatWasHashedAsItWasTyped(String typedThen, String typedNow) {
        String hash = com.password4j.Password.hash(typedThen)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
                .getResult();

        assertThat(passwords.verify(typedNow.toCharArray(), hash)).isTrue();
        assertThat(passwords.verify("cafe-con-leche".toCharArray(), hash)).isFalse();
    }

    /** With the same salt, so that everything that relies on the password goes on. */
    @Test
    void renewsWhatWasHashedWithLessEffort() {
        char[] password = "correct horse battery".toCharArray();
        String before = passwords.generate(password);
        Argon2idHash raised = with(32 * 1024, 3);

        assertThat(passwords.match(password, before)).isEqualTo(Match.YES);
        assertThat(raised.match(password, before)).isEqualTo(Match.OUTDATED);
        assertThat(raised.match("correct horse batterz".toCharArray(), before)).isEqualTo(Match.NO);
        String renewed = raised.renew(password, before);
        assertThat(renewed).startsWith("$argon2id$v=19$m=32768,t=3,p=1$");
        assertThat(Argon2idHash.salt(renewed))
                .isEqualTo(Argon2idHash.salt(before))
                .hasSize(22);
        assertThat(raised.match(password, renewed)).isEqualTo(Match.YES);
        assertThat(passwords.match(password, renewed))
                .as("on a node with the configuration before")
                .isEqualTo(Match.YES);
    }

    /** Letters that differ in NFC, and not in NFKC. */
    @Test
    void renewsWhatWasHashedInAnotherForm() {
        String hash = com.password4j.Password.hash("\uff10\uff11 pass word")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(Argon2idHash.MIN_MEMORY_KIB, 2, 1, 32, Argon2.ID))
                .getResult();
        char[] typed = "\uff10\uff11 pass word".toCharArray();

        assertThat(passwords.match(typed, hash)).isEqualTo(Match.OUTDATED);
        String renewed = passwords.renew(typed, hash);
        assertThat(passwords.match(typed, renewed)).isEqualTo(Match.YES);
        assertThat(passwords.match("01 pass word".toCharArray(), renewed)).isEqualTo(Match.YES);
    }

    @ParameterizedTest
    @CsvSource({"19455, 2", "19456, 1", "0, 0"})
    void refusesTooLittleEffort(int memoryKib, int passes) {
        assertThatIllegalStateException()
                .isThrownBy(with(memoryKib, passes)::check)
                .withMessageContaining("consilium.account.hash-memory-kib");
    }

    @Test
    void changesNothingElse() {
        String hash = passwords.generate(" tab\tand\u000Bpage \u00a0".toCharArray());

        assertThat(passwords.verify(" tab\tand\u000Bpage  ".toCharArray(), hash))
                .isTrue();
        assertThat(passwords.verify("tab\tand\u000Bpage".toCharArray(), hash)).isFalse();
        assertThat(passwords.verify(" tab\tandpage \u00a0".toCharArray(), hash)).isFalse();
        assertThat(passwords.verify(" tab\tand\u000Bpage ".toCharArray(), hash)).isFalse();
    }
}
