package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.consilium.access.Role;
import org.junit.jupiter.api.Test;

/** A hospital decides for each role whether a second factor is required. */
class SecondFactorPolicyTest {
    private final SecondFactorPolicy policy = new SecondFactorPolicy();

    @Test
    void isOfEachRole() {
        Map<String, String> settings = Map.of(
                "consilium.account.second-factor-patient", "offered",
                "consilium.account.second-factor-nurse", "required",
                "consilium.account.second-factor-doctor", "REQUIRED",
                "consilium.account.second-factor-administrator", "required",
                "consilium.account.second-factor-privacy-officer", "Offered");
        policy.read(setting -> settings.getOrDefault(setting, ""));
        assertThat(Role.values())
                .filteredOn(policy::isRequired)
                .containsExactlyInAnyOrder(Role.NURSE, Role.DOCTOR, Role.ADMINISTRATOR);
    }

    @Test
    void isNamedByTheSettingThatIsWrong() {
        assertThatIllegalStateException()
                .isThrownBy(() -> policy.read(setting -> setting.endsWith("doctor") ? "optional" : "required"))
                .withMessage("consilium.account.second-factor-doctor must be required or offered, not optional");
    }

    @Test
    void requiresOneUnlessItSaysOtherwise() {
        assertThat(Role.values()).allMatch(policy::isRequired);
    }
}
