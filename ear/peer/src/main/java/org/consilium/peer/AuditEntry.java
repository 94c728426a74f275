package org.consilium.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A row of the audit trail: a person, an action, its time, and the address it came from. */
@Entity
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;
    private long personId;

    @Enumerated(EnumType.STRING)
    private Action action;

    private Long consultationId;
    private String address;

    protected AuditEntry() {}

    AuditEntry(long personId, Action action, Long consultationId, String address) {
        at = Instant.now();
        this.personId = personId;
        this.action = action;
        this.consultationId = consultationId;
        this.address = address;
    }
}
