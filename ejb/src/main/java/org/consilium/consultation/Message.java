package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, for good: a message has no way to change, and so no version. */
@Entity
@Table(name = "message")
public class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "consultation_id")
    private long consultationId;

    @Column(name = "author_id")
    private long authorId;

    @Column(name = "author_role")
    @Enumerated(EnumType.STRING)
    private Role authorRole;

    @Column(name = "body", length = MessageText.MAX)
    private String body;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Message() {}

    Message(long consultationId, Caller author, NewMessage form, Instant now) {
        this.publicId = PublicIds.next();
        this.consultationId = consultationId;
        this.authorId = author.accountId();
        this.authorRole = author.role();
        this.body = form.body().strip();
        this.sentAt = now;
        this.idempotencyKey = form.idempotencyKey();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    String publicId() {
        return publicId;
    }

    long consultationId() {
        return consultationId;
    }

    long authorId() {
        return authorId;
    }

    Role authorRole() {
        return authorRole;
    }

    String body() {
        return body;
    }

    Instant sentAt() {
        return sentAt;
    }
}
