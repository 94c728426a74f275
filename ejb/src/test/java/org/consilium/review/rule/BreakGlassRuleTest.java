package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.junit.jupiter.api.Test;

class BreakGlassRuleTest {

    private final AccessRule rule = new BreakGlassRule();

    @Test
    void eachOpeningIsReviewed() {
        Entry opened = Example.entry(AuditKind.EMERGENCY, "OPEN_EMERGENCY", Outcome.DONE, null, "LIFE_AT_RISK");
        assertThat(rule.check(Example.of(opened))).contains(Hit.of(Why.EMERGENCY));
        assertThat(rule.name()).isEqualTo(RuleName.BREAK_GLASS);
    }

    @Test
    void oneThatWasRefusedOrHasEndedIsNot() {
        Entry refused = Example.entry(AuditKind.EMERGENCY, "OPEN_EMERGENCY", Outcome.REFUSED, null, "NOT_FRESH");
        Entry ended = Example.entry(AuditKind.EMERGENCY, "END_EMERGENCY", Outcome.DONE, "EMERGENCY", "CLINICIAN");
        assertThat(rule.check(Example.of(refused))).isEmpty();
        assertThat(rule.check(Example.of(ended))).isEmpty();
        assertThat(rule.check(Example.of(Example.view()))).isEmpty();
    }
}
