package org.consilium.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A patient's question and what became of it; only changed columns are written, as two people may be at it. */
@Entity
@DynamicUpdate
class Consultation {

    @Id
    private Long id;

    private String publicId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person patient;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person clinician;

    private String title;
    private String bodySite;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private Instant openedAt;
    private Instant activeAt;
    private long lastMessageId;
    private long patientReadId;
    private long clinicianReadId;

    protected Consultation() {}

    boolean isVisibleTo(SignedIn reader) {
        return reader.isClinician() || patient.getId() == reader.getId();
    }

    boolean isClosed() {
        return status == Status.CLOSED;
    }

    void read(SignedIn reader, long messageId) {
        if (reader.isClinician()) {
            clinicianReadId = Math.max(clinicianReadId, messageId);
        } else {
            patientReadId = Math.max(patientReadId, messageId);
        }
    }

    void written(SignedIn author, Message message) {
        lastMessageId = message.getId();
        activeAt = message.getSentAt();
        status = author.isClinician() ? Status.ANSWERED : Status.WAITING;
        read(author, message.getId());
    }

    Long getId() {
        return id;
    }

    String getPublicId() {
        return publicId;
    }

    Person getPatient() {
        return patient;
    }

    Person getClinician() {
        return clinician;
    }

    String getTitle() {
        return title;
    }

    String getBodySite() {
        return bodySite;
    }

    Status getStatus() {
        return status;
    }

    Urgency getUrgency() {
        return urgency;
    }

    Instant getOpenedAt() {
        return openedAt;
    }

    Instant getActiveAt() {
        return activeAt;
    }
}
