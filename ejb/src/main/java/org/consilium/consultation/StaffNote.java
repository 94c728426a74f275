package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.form.FromForm;
import org.consilium.form.SentForm;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** A note about a consultation from clinician to clinician; the patient does not see it. */
@Entity
@Table(name = "staff_note")
@Immutable
public class StaffNote extends KeyedEntity implements FromForm {

    @Column(name = "consultation_id")
    private long consultationKey;

    /** Null if a node of the version before has written it, until the consultation is numbered. */
    @Column(name = "number")
    private @Nullable Integer number;

    @Column(name = "author_id")
    private long authorKey;

    @Column(name = "body", length = MessageText.MAX)
    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Embedded
    private @Nullable SentForm form;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected StaffNote() {}

    StaffNote(long consultationKey, int number, long authorKey, NewStaffNote note, SentForm form, Instant now) {
        this.consultationKey = consultationKey;
        this.number = number;
        this.authorKey = authorKey;
        this.body = TypedText.strip(note.body());
        this.writtenAt = now;
        this.idempotencyKey = note.idempotencyKey();
        this.form = form;
    }

    @Override
    public @Nullable SentForm form() {
        return form;
    }
}
