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
import org.jspecify.annotations.Nullable;

/** What a clinician found and what the patient should do; written each time a consultation is closed. */
@Entity
@Table(name = "after_visit_summary")
@Immutable
public class AfterVisitSummary extends KeyedEntity {

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

    @Column(name = "summary", length = MessageText.MAX)
    private String summary;

    @Column(name = "instructions", length = MessageText.MAX)
    private String instructions;

    @Column(name = "written_at")
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AfterVisitSummary() {}

    /** The summary of the consultation's last step. */
    AfterVisitSummary(Consultation consultation, Caller author, Closing closing) {
        this.consultationKey = consultation.key();
        this.number = consultation.summaries();
        this.authorKey = author.accountKey();
        this.authorRole = author.role();
        this.summary = TypedText.strip(closing.summary());
        this.instructions = TypedText.strip(closing.instructions());
        this.writtenAt = consultation.lastActivityAt();
    }
}
