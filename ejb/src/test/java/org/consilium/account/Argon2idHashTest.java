package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passwords are kept as the OWASP cheat sheet asks, and told apart to the last character. */
class Argon2idHashTest {

    private final Argon2idHash passwords = new Argon2idHash(new PasswordSlots());

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
}
