package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;

/** A note about a consultation from clinician to clinician; the patient does not see it. */
@Entity
@Table(name = "staff_note")
@Immutable
public class StaffNote extends KeyedEntity {

    @Column(name = "consultation_id")
    private long consultationKey;

    @Column(name = "author_id")
    private long authorKey;

    @Column(name = "body", length = MessageText.MAX)
    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected StaffNote() {}

    StaffNote(long consultationKey, long authorKey, NewStaffNote form, Instant now) {
        this.consultationKey = consultationKey;
        this.authorKey = authorKey;
        this.body = form.body().strip();
        this.writtenAt = now;
        this.idempotencyKey = form.idempotencyKey();
    }

    long authorKey() {
        return authorKey;
    }

    String body() {
        return body;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
