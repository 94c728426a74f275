package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.TypedText;

/** What a clinician found and what the patient should do; written each time a consultation is closed. */
@Entity
@Table(name = "after_visit_summary")
@Immutable
public class AfterVisitSummary extends KeyedEntity {

    @Column(name = "consultation_id")
    private long consultationKey;

    @Column(name = "author_id")
    private long authorKey;

    @Column(name = "author_role")
    @Enumerated(EnumType.STRING)
    private Role authorRole;

    @Column(name = "summary", length = MessageText.MAX)
    private String summary;

    @Column(name = "instructions", length = MessageText.MAX)
    private String instructions;

    @Column(name = "written_at")
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AfterVisitSummary() {}

    AfterVisitSummary(long consultationKey, Caller author, Closing closing, Instant now) {
        this.consultationKey = consultationKey;
        this.authorKey = author.accountKey();
        this.authorRole = author.role();
        this.summary = TypedText.strip(closing.summary());
        this.instructions = TypedText.strip(closing.instructions());
        this.writtenAt = now;
    }

    long authorKey() {
        return authorKey;
    }

    Role authorRole() {
        return authorRole;
    }

    String summary() {
        return summary;
    }

    String instructions() {
        return instructions;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
