package org.consilium.account.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.consilium.access.Role;
import org.consilium.account.AccountStatus;
import org.consilium.account.AccountSummary;
import org.consilium.account.EmailAddress;
import org.consilium.account.Reason;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A request to remove the second factors of an account whose owner has lost them all (NIST SP 800-63B-4, section 4.2:
 * the identity is proved again, here outside of the system). One person makes it, another one approves it. It is kept
 * for good, to show who was responsible.
 */
@Entity
@Table(name = "factor_reset")
public class FactorReset extends VersionedEntity {
    /** Within which it has to be approved. */
    static final Duration TTL = Duration.ofDays(7);

    /** In which a patient who has not come to the clinic can still stop it. */
    static final Duration DELAY = Duration.ofHours(24);

    @Column(name = "account_id")
    private long accountKey;

    /** Of the account when it was requested. */
    @Column(name = "email", length = EmailAddress.MAX)
    private String email;

    @Column(name = "reason", length = Reason.MAX)
    private String reason;

    @Column(name = "in_person")
    private boolean inPerson;

    @Column(name = "requested_by")
    private long requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "approved_by")
    private @Nullable Long approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    /** When it is to be carried out; null until it is approved. */
    @Column(name = "effective_at")
    private @Nullable Instant effectiveAt;

    /** Null while it is open. */
    @Enumerated(EnumType.STRING)
    private @Nullable FactorResetOutcome outcome;

    /** Null if no person has ended it. */
    @Column(name = "ended_by")
    private @Nullable Long endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected FactorReset() {}

    /**
     * @param reason how the owner's identity was proved
     * @param inPerson whether that was at the clinic
     */
    FactorReset(AccountSummary account, String reason, boolean inPerson, long requestedBy, Instant now) {
        super(PublicIds.next());
        this.accountKey = account.key();
        this.email = account.owner().email();
        this.reason = reason;
        this.inPerson = inPerson;
        this.requestedBy = requestedBy;
        this.requestedAt = now;
    }

    /** Whether somebody can still approve it, or it has been approved and waits for its time. */
    boolean isOpen(Instant now) {
        return outcome == null && (approvedBy != null || now.isBefore(requestedAt.plus(TTL)));
    }

    /** Whether it can be approved by this person, who is neither the one who has requested it nor the owner. */
    boolean isApprovableBy(long person, Instant now) {
        return isOpen(now) && approvedBy == null && person != requestedBy && person != accountKey;
    }

    /** @throws IllegalStateException when it was approved before, or the approver is not a second person */
    void approve(long approver, Role ownersRole, Instant now) {
        if (!isApprovableBy(approver, now)) {
            throw new IllegalStateException("a reset is approved once, by a second person");
        }
        approvedBy = approver;
        approvedAt = now;
        effectiveAt = ownersRole == Role.PATIENT && !inPerson ? now.plus(DELAY) : now;
    }

    boolean isDue(Instant now) {
        return outcome == null && effectiveAt != null && !now.isBefore(effectiveAt);
    }

    /** @param person null if no person ends it */
    void end(FactorResetOutcome how, @Nullable Long person, Instant now) {
        outcome = how;
        endedBy = person;
        endedAt = now;
    }

    /** As a page shows it. */
    PendingReset asPending(AccountSummary owner, String requester, long reader, Instant now) {
        return new PendingReset(
                new FactorResetId(publicId()),
                owner.name(),
                email,
                owner.role(),
                reason,
                inPerson,
                requester,
                requestedAt,
                effectiveAt,
                owner.status() == AccountStatus.ACTIVE && isApprovableBy(reader, now),
                reader != accountKey);
    }

    long accountKey() {
        return accountKey;
    }

    long requestedBy() {
        return requestedBy;
    }

    String email() {
        return email;
    }
}
