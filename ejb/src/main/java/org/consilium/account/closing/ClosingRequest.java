package org.consilium.account.closing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.AccountSummary;
import org.consilium.account.Reason;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/** The owner of an account asks to close it, and an administrator decides. It is kept for good. */
@Entity
@Table(name = "closing_request")
public class ClosingRequest extends VersionedEntity {

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "requested_at")
    private Instant requestedAt;

    /** Null while it is open. */
    @Enumerated(EnumType.STRING)
    private @Nullable ClosingOutcome outcome;

    /** Of the decision; null without one. */
    @Column(name = "reason", length = Reason.MAX)
    private @Nullable String reason;

    @Column(name = "ended_by")
    private @Nullable Long endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ClosingRequest() {}

    ClosingRequest(long accountKey, Instant now) {
        super(PublicIds.next());
        this.accountKey = accountKey;
        this.requestedAt = now;
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** @param why null if the owner takes it back */
    void end(ClosingOutcome how, @Nullable String why, long person, Instant now) {
        outcome = how;
        reason = why;
        endedBy = person;
        endedAt = now;
    }

    /** As an administrator sees it. */
    PendingClosing asPending(AccountSummary owner) {
        return new PendingClosing(
                new ClosingRequestId(publicId()), owner.id(), owner.name(), owner.role(), requestedAt);
    }

    /** As its owner sees it. */
    ClosingState asState() {
        return new ClosingState(isOpen() ? requestedAt : null, outcome == ClosingOutcome.DECLINED ? reason : null);
    }

    long accountKey() {
        return accountKey;
    }
}
