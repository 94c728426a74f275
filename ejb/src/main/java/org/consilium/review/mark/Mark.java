package org.consilium.review.mark;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.AccountSummary;
import org.consilium.platform.IdentifiedEntity;
import org.consilium.platform.Immutable;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/** A mark of a patient; it is deleted when it is removed, and the audit trail keeps both. */
@Entity
@Immutable
@Table(name = "patient_mark")
public class Mark extends IdentifiedEntity {

    @Column(name = "patient_id")
    private long patientKey;

    @Enumerated(EnumType.STRING)
    private MarkKind kind;

    @Column(name = "staff_id")
    private @Nullable Long staffKey;

    @Column(name = "marked_by")
    private long markedBy;

    @Column(name = "marked_at")
    private Instant markedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Mark() {}

    Mark(long patient, MarkKind kind, @Nullable Long staff, long officer, Instant now) {
        super(PublicIds.next());
        this.patientKey = patient;
        this.kind = kind;
        this.staffKey = staff;
        this.markedBy = officer;
        this.markedAt = now;
    }

    long patientKey() {
        return patientKey;
    }

    @Nullable
    Long staffKey() {
        return staffKey;
    }

    long markedBy() {
        return markedBy;
    }

    MarkId id() {
        return new MarkId(publicId());
    }

    PatientMark asMark() {
        return new PatientMark(kind, staffKey);
    }

    MarkedPatient asRow(AccountSummary patient, @Nullable AccountSummary staff, AccountSummary officer) {
        return new MarkedPatient(
                id(),
                patient.name().full(),
                kind,
                staff == null ? null : staff.name().full(),
                officer.name().full(),
                markedAt);
    }
}
