package org.consilium.emergency;

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

/**
 * A clinician's access to the consultations of one patient in an emergency. It ends when its time is over, or earlier.
 * It is kept for good.
 */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess extends VersionedEntity {

    @Column(name = "clinician_id")
    private long clinicianKey;

    @Column(name = "patient_id")
    private long patientKey;

    @Enumerated(EnumType.STRING)
    private EmergencyReason reason;

    @Column(name = "words", length = Reason.MAX)
    private String words;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "until_at")
    private Instant until;

    /** The clinician's key until it is ended; unique, so that a clinician has one at most. */
    @Column(name = "open_by")
    private @Nullable Long openBy;

    @Enumerated(EnumType.STRING)
    private @Nullable EmergencyEnding ending;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private LetterState letter = LetterState.DUE;

    /** Null once it is decided. */
    @Column(name = "letter_due_at")
    private @Nullable Instant letterDueAt;

    /** Why the letter is held back. */
    @Column(name = "letter_reason", length = Reason.MAX)
    private @Nullable String letterReason;

    /** The privacy officer; null if the letter was sent in time. */
    @Column(name = "letter_decided_by")
    private @Nullable Long letterDecidedBy;

    @Column(name = "letter_decided_at")
    private @Nullable Instant letterDecidedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected EmergencyAccess() {}

    EmergencyAccess(long clinician, long patient, NewEmergency form, Instant now, EmergencyTimes times) {
        super(PublicIds.next());
        this.clinicianKey = clinician;
        this.openBy = clinician;
        this.patientKey = patient;
        this.reason = form.reason();
        this.words = form.words();
        this.openedAt = now;
        this.until = now.plus(times.length());
        this.letterDueAt = now.plus(times.letterDelay());
    }

    boolean isOpen(Instant now) {
        return openBy != null && now.isBefore(until);
    }

    /** Whether its time is over, and nobody has noted its end yet. */
    boolean isOverdue(Instant now) {
        return openBy != null && !now.isBefore(until);
    }

    /** The clinician ends it. */
    void end(Instant now) {
        finish(EmergencyEnding.CLINICIAN, now);
    }

    /** Ends at once, because the clinician's account is disabled; it stays ended when that is enabled again. */
    void cutShort(Instant now) {
        if (isOpen(now)) {
            until = now;
            ending = EmergencyEnding.DISABLED;
        }
    }

    /** Notes that it has ended by itself. */
    EmergencyEnding expire() {
        EmergencyEnding how = ending == null ? EmergencyEnding.TIME : ending;
        finish(how, until);
        return how;
    }

    private void finish(EmergencyEnding how, Instant when) {
        if (openBy == null) {
            throw new IllegalStateException("it has ended already");
        }
        openBy = null;
        ending = how;
        endedAt = when;
    }

    boolean isLetterDue(Instant now) {
        return letter == LetterState.DUE && letterDueAt != null && !now.isBefore(letterDueAt);
    }

    /**
     * Holds the letter back.
     *
     * @throws LetterDecidedException when it is no longer due
     */
    void holdLetter(long officer, String why, Instant now) {
        if (letter != LetterState.DUE) {
            throw new LetterDecidedException();
        }
        letterReason = why;
        decide(LetterState.HELD, officer, now);
    }

    /**
     * The letter is sent now, or cannot be.
     *
     * @param officer who lets it go; null when its time has come
     * @throws LetterDecidedException when it was sent before
     */
    void letterGoes(boolean hasRecipient, @Nullable Long officer, Instant now) {
        if (letter != LetterState.DUE && letter != LetterState.HELD) {
            throw new LetterDecidedException();
        }
        decide(hasRecipient ? LetterState.SENT : LetterState.NO_RECIPIENT, officer, now);
    }

    private void decide(LetterState decided, @Nullable Long officer, Instant now) {
        letter = decided;
        letterDueAt = null;
        letterDecidedBy = officer;
        letterDecidedAt = now;
    }

    /** As the privacy officers see it. */
    EmergencyRow asRow(AccountSummary clinician, AccountSummary patient) {
        return new EmergencyRow(
                id(),
                clinician.name().full(),
                clinician.role(),
                patient.name().full(),
                reason,
                words,
                openedAt,
                until,
                endedAt,
                ending,
                letter,
                letterDueAt,
                letterReason);
    }

    OpenEmergency asOpen(String patient) {
        return new OpenEmergency(id(), patientKey, patient, until);
    }

    EmergencyChanged changed() {
        return new EmergencyChanged(id(), clinicianKey);
    }

    EmergencyId id() {
        return new EmergencyId(publicId());
    }

    long clinicianKey() {
        return clinicianKey;
    }

    long patientKey() {
        return patientKey;
    }
}
