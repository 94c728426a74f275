package org.consilium.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.Reason;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;

/** What an officer has decided about a finding, and signed by proving again who they are. It is never changed. */
@Entity
@Immutable
@Table(name = "review_decision")
public class Decision extends KeyedEntity {

    @Column(name = "finding_id")
    private long findingKey;

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    @Column(name = "comment", length = Reason.MAX)
    private String comment;

    @Column(name = "officer_id")
    private long officerKey;

    @Column(name = "decided_at")
    private Instant decidedAt;

    /** Those that the finding had then. */
    @Column(name = "entries")
    private long entries;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Decision() {}

    Decision(Finding finding, NewDecision form, long officer, Instant now) {
        this.findingKey = finding.key();
        this.outcome = form.outcome();
        this.comment = form.comment();
        this.officerKey = officer;
        this.decidedAt = now;
        this.entries = finding.entries();
    }

    long findingKey() {
        return findingKey;
    }

    long officerKey() {
        return officerKey;
    }

    /** @param officer the full name of the one who has signed it */
    SignedDecision asSigned(String officer) {
        return new SignedDecision(outcome, comment, officer, decidedAt);
    }
}
