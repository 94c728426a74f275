package org.consilium.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.consilium.account.EmailAddress;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.account.Tokens;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.Mailbox;
import org.consilium.platform.Unversioned;

/**
 * A form that was filled in to become a patient, until its sender proves that the e-mail address is theirs. It reserves
 * nothing: the same address can be invited, or registered again.
 */
@Entity
@Table(name = "registration")
@Unversioned("it is never changed")
public class Registration extends KeyedEntity {
    @Column(name = "email", length = EmailAddress.MAX)
    private String email;

    @Column(name = "first_name", length = NamePart.MAX)
    private String firstName;

    @Column(name = "last_name", length = NamePart.MAX)
    private String lastName;

    @Column(name = "date_of_birth")
    private LocalDate dateOfBirth;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "privacy_notice")
    private String privacyNotice;

    @Column(name = "language")
    private String language;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Registration() {}

    /** @param token of the link that proves the address */
    Registration(NewPatient form, String passwordHash, Locale language, String token, Instant now) {
        this.email = Mailbox.of(form.email()).address();
        this.firstName = form.name().first();
        this.lastName = form.name().last();
        this.dateOfBirth = form.dateOfBirth();
        this.passwordHash = passwordHash;
        this.privacyNotice = NewPatient.PRIVACY_NOTICE;
        this.language = language.toLanguageTag();
        this.tokenHash = Tokens.hash(token);
        this.createdAt = now;
    }

    /** The patient that it makes of an account. */
    Patient patient(long accountKey) {
        return new Patient(accountKey, dateOfBirth, privacyNotice, createdAt);
    }

    String email() {
        return email;
    }

    PersonName name() {
        return new PersonName(firstName, lastName);
    }

    String passwordHash() {
        return passwordHash;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }
}
