package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoRelationRuleTest {

    private final AccessRule rule = new NoRelationRule();

    /** A doctor of another team has followed a link to a consultation, and got "not found". */
    @Test
    void whatWasRefusedIsFound() {
        Entry refused = Example.entry(AuditKind.VIEW, "READ_CONSULTATION", Outcome.REFUSED, null, "NOT_PERMITTED");
        assertThat(rule.check(Example.of(refused))).contains(Hit.of(Why.TRIED_WITHOUT_RELATION));
    }

    @Test
    void aLimitOrAnOldProofIsNoAttempt() {
        Entry limit = Example.entry(AuditKind.CHANGE, "WRITE_MESSAGE", Outcome.REFUSED, "CARE_TEAM", "LIMIT_REACHED");
        Entry tooOften = Example.entry(AuditKind.SEARCH, "FIND_PATIENT", Outcome.REFUSED, null, "LIMIT_REACHED");
        assertThat(rule.check(Example.of(limit))).isEmpty();
        assertThat(rule.check(Example.of(tooOften))).isEmpty();
    }

    /** If a fault of the application let it through. */
    @Test
    void whatWasSeenWithoutARelationIsFound() {
        Entry seen = Example.entry(AuditKind.PHOTO, "SEE_IMAGE", Outcome.DONE, null, null);
        assertThat(rule.check(Example.of(seen))).contains(Hit.of(Why.SEEN_WITHOUT_RELATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARE_TEAM", "EMERGENCY", "COVER", "ASKED_IN"})
    void anyRelationIsOne(String relation) {
        Entry seen = Example.entry(AuditKind.VIEW, "READ_CONSULTATION", Outcome.DONE, relation, null);
        assertThat(rule.check(Example.of(seen))).isEmpty();
    }
}
