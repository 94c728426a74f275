package org.consilium.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.consilium.access.Role;
import org.consilium.account.password.WeakPasswordException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are easy to guess, and why. */
class PasswordPolicyTest {
    private static final String EMAIL = "paula.itch@example.org";
    private static final List<String> OWNER = List.of("Paula Maria", "Patient-Itch", EMAIL);

    /** Nurses need a second factor. */
    private final PasswordPolicy policy = new PasswordPolicy(Role.NURSE::equals);

    @ParameterizedTest
    @CsvSource({
        "fourteen chars, SHORT",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301, SHORT",
        "passwordpassword, COMMON",
        "iloveyouiloveyou, COMMON",
        "123456789012345, COMMON",
        "P4ssw0rdP4ssw0rd, COMMON",
        "paulapatientitch, PERSONAL",
        "Patient-Itch-2026, PERSONAL",
        "paula.itch@example.org, PERSONAL",
        "aaaaaaaaaaaaaaaaaaaa, PREDICTABLE",
        "abcdefghijklmnopqrst, PREDICTABLE",
        "abcabcabcabcabcabc, PREDICTABLE"
    })
    void refusesWhatIsEasyToGuess(String password, Reason reason) {
        assertThatExceptionOfType(WeakPasswordException.class)
                .isThrownBy(() -> policy.require(password, Role.PATIENT, OWNER))
                .satisfies(weak -> assertThat(weak.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another horse battery staple",
                "caf\u00e9 con leche 1",
                "correct horse battery",
                "Consilium-demo-1",
                "\uc548\ub155\ud558\uc138\uc694 \uc138\uacc4 \uc0ac\ub78c\ub4e4\uc544 \uc548",
                "tr0ub4dor & three more"
            })
    void takesWhatIsNot(String password) {
        assertThatNoException().isThrownBy(() -> policy.require(password, Role.PATIENT, OWNER));
    }

    @Test
    void takesNoLongerForALongPassword() {
        String password = "otter".concat("9-".repeat(97));
        assertThatExceptionOfType(WeakPasswordException.class)
                .isThrownBy(() -> policy.require("a".repeat(200), Role.PATIENT, OWNER));
        assertThatNoException().isThrownBy(() -> policy.require(password + "x", Role.PATIENT, OWNER));
    }

    @Test
    void needsNoFirstName() {
        assertThatNoException()
                .isThrownBy(() ->
                        policy.require("another horse battery staple", Role.PATIENT, List.of("", "Madonna", EMAIL)));
    }

    @ParameterizedTest
    @CsvSource({
        "seven77, 8, SHORT",
        "password, 8, COMMON",
        "p@ssw0rd, 8, COMMON",
        "itchpaula, 8, PERSONAL",
        "12345678, 8, COMMON",
        "abcdefgh, 8, PREDICTABLE"
    })
    void refusesLessWhereThereIsASecondFactor(String password, int min, Reason reason) {
        assertThatExceptionOfType(WeakPasswordException.class)
                .isThrownBy(() -> policy.require(password, Role.NURSE, OWNER))
                .satisfies(weak -> assertThat(weak.reason()).isEqualTo(reason))
                .satisfies(weak -> assertThat(weak.min()).isEqualTo(min));
        assertThatNoException().isThrownBy(() -> policy.require("k7#Wz!pQ", Role.NURSE, OWNER));
    }
}
