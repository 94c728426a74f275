package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameSurnameRuleTest {

    private final AccessRule rule = new SameSurnameRule();

    /** Doctor Ana Núñez has seen the record of a namesake, however it is spelled. */
    @ParameterizedTest
    @ValueSource(strings = {"Núñez", "nunez", "NUÑEZ", "Nu\u0301n\u0303ez"})
    void accentsAndLetterCasesAreTheSame(String last) {
        assertThat(rule.check(Example.named("Pedro", last))).contains(Hit.of(Why.SURNAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nunes", "Núñez García", "Okafor"})
    void anotherNameIsNone(String last) {
        assertThat(rule.check(Example.named("Pedro", last))).isEmpty();
    }

    /** That is for the rule about the own record. */
    @Test
    void thePersonIsNoRelative() {
        assertThat(rule.check(Example.named("Ana", "Núñez"))).isEmpty();
    }

    @Test
    void whatWasRefusedIsNone() {
        Entry refused = Example.entry(AuditKind.VIEW, "READ_CONSULTATION", Outcome.REFUSED, null, "NOT_PERMITTED");
        Access access = Example.named("Pedro", "Núñez");
        assertThat(rule.check(
                        new Access(refused, access.person(), access.patient(), access.marks(), access.colleagues())))
                .isEmpty();
    }
}
