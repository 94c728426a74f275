package org.consilium.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consilium.audit.AuditKind;
import org.consilium.review.rule.Hit;
import org.consilium.review.rule.RuleName;
import org.consilium.review.rule.Why;
import org.junit.jupiter.api.Test;

class FoundTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Found found(boolean total, long entries, int second) {
        Instant at = NOON.plusSeconds(second);
        return new Found(
                new Found.Key(RuleName.REFUSALS, 7, null, LocalDate.of(2026, 11, 24)),
                new Hit(Why.MANY_REFUSALS, List.of(entries)),
                AuditKind.VIEW,
                entries,
                total,
                at,
                at);
    }

    @Test
    void entriesAreAdded() {
        Found all = found(false, 1, 5).and(found(false, 1, 3));
        assertThat(all.entries()).isEqualTo(2);
        assertThat(all.firstAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(all.lastAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void aTotalIsReplaced() {
        Found all = found(true, 11, 1).and(found(true, 14, 2));
        assertThat(all.entries()).isEqualTo(14);
        assertThat(all.hit().numbers()).containsExactly(14L);
    }
}
