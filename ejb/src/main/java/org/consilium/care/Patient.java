package org.consilium.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A patient, and the privacy notice that they agreed to. */
@Entity
@Table(name = "patient")
public class Patient {

    @Id
    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "date_of_birth")
    private LocalDate dateOfBirth;

    @Column(name = "privacy_notice")
    private String privacyNotice;

    @Column(name = "privacy_accepted_at")
    private Instant privacyAcceptedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Patient() {}

    Patient(long accountKey, LocalDate dateOfBirth, String privacyNotice, Instant now) {
        this.accountKey = accountKey;
        this.dateOfBirth = dateOfBirth;
        this.privacyNotice = privacyNotice;
        this.privacyAcceptedAt = now;
    }

    LocalDate dateOfBirth() {
        return dateOfBirth;
    }
}
