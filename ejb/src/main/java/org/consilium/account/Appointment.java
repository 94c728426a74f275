package org.consilium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role on the staff that somebody is to get: proposed by one person, and approved by another. It is kept for good, to
 * show who was responsible.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

    @Id
    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "proposed_by")
    private long proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "approved_by")
    private @Nullable Long approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Appointment() {}

    Appointment(long accountKey, long proposedBy, Instant now) {
        this.accountKey = accountKey;
        this.proposedBy = proposedBy;
        this.proposedAt = now;
    }

    boolean isPending() {
        return approvedBy == null;
    }

    /** Whether the account is neither that of the person who is appointed nor of the one who has proposed it. */
    boolean isIndependentOf(long account) {
        return account != accountKey && account != proposedBy;
    }

    long accountKey() {
        return accountKey;
    }

    long proposedBy() {
        return proposedBy;
    }

    /** @throws IllegalStateException when it was approved before, or the approver is not a second person */
    void approve(long approver, Instant now) {
        if (!isPending() || !isIndependentOf(approver)) {
            throw new IllegalStateException("an appointment is approved once, by a second person");
        }
        approvedBy = approver;
        approvedAt = now;
    }
}
