package org.consilium.consultation.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.PublicIds;
import org.consilium.platform.TypedText;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A clinician asks a colleague of another team for advice on one consultation, which the colleague sees from then on.
 * It is kept for good.
 */
@Entity
@Table(name = "asking")
public class Asking extends VersionedEntity {

    @Column(name = "consultation_id")
    private long consultationKey;

    @Column(name = "asked_id")
    private long askedKey;

    @SuppressWarnings("unused") // read by queries
    @Column(name = "asked_by")
    private long askedBy;

    @SuppressWarnings("unused") // read by queries
    @Column(name = "asked_at")
    private Instant askedAt;

    @SuppressWarnings("unused") // read by queries
    @Column(name = "note", length = AskingNote.MAX)
    private String note;

    /** True while it lasts, then null. */
    private @Nullable Boolean active;

    @SuppressWarnings("unused") // kept for good
    @Enumerated(EnumType.STRING)
    private @Nullable AskingOutcome outcome;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "ended_by")
    private @Nullable Long endedBy;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Asking() {}

    Asking(long consultationKey, long askedKey, long askedBy, String note, Instant now) {
        super(PublicIds.next());
        this.consultationKey = consultationKey;
        this.askedKey = askedKey;
        this.askedBy = askedBy;
        this.askedAt = now;
        this.note = TypedText.strip(note);
        this.active = true;
    }

    void end(AskingOutcome how, long person, Instant now) {
        active = null;
        outcome = how;
        endedBy = person;
        endedAt = now;
    }

    boolean isActive() {
        return active != null;
    }

    long consultationKey() {
        return consultationKey;
    }

    long askedKey() {
        return askedKey;
    }
}
