package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.form.FromForm;
import org.consilium.form.SentForm;
import org.consilium.platform.IdentifiedEntity;
import org.consilium.platform.Immutable;
import org.consilium.platform.PublicIds;
import org.consilium.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** What a patient or a clinician wrote into a consultation. */
@Entity
@Table(name = "message")
@Immutable
public class Message extends IdentifiedEntity implements FromForm {

    @Column(name = "consultation_id")
    private long consultationKey;

    /** Null if a node of the version before has written it, until the consultation is opened. */
    @Column(name = "number")
    private @Nullable Integer number;

    @Column(name = "author_id")
    private long authorKey;

    @Column(name = "author_role")
    @Enumerated(EnumType.STRING)
    private Role authorRole;

    @Column(name = "body", length = MessageText.MAX)
    private String body;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Embedded
    private @Nullable SentForm form;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Message() {}

    /** The message of the consultation's last step. */
    Message(Consultation consultation, Caller author, NewMessage message, SentForm form) {
        super(PublicIds.next());
        this.consultationKey = consultation.key();
        this.number = consultation.messages();
        this.authorKey = author.accountKey();
        this.authorRole = author.role();
        this.body = TypedText.strip(message.body());
        this.sentAt = consultation.lastActivityAt();
        this.idempotencyKey = message.idempotencyKey();
        this.form = form;
    }

    @Override
    public @Nullable SentForm form() {
        return form;
    }

    long authorKey() {
        return authorKey;
    }

    Instant sentAt() {
        return sentAt;
    }
}
