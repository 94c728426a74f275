package org.consilium.privacy.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.jspecify.annotations.Nullable;

/** A disclosure outside of the system, as somebody has entered it. It is kept for good, and never changed. */
@Entity
@Immutable
@Table(name = "disclosure")
public class Disclosure extends KeyedEntity {

    /** It is read by queries. */
    @SuppressWarnings("unused")
    @Column(name = "patient_id")
    private long patientKey;

    @Column(name = "disclosed_on")
    private LocalDate date;

    @Column(name = "recipient", length = Recipient.MAX)
    private String recipient;

    @Column(name = "recipient_address", length = RecipientAddress.MAX)
    private @Nullable String address;

    @Column(name = "description", length = Particulars.MAX)
    private String description;

    @Column(name = "purpose", length = Particulars.MAX)
    private String purpose;

    @Column(name = "entered_by")
    private long enteredBy;

    @Column(name = "entered_at")
    private Instant enteredAt;

    /** Of the form; it is read by queries. */
    @SuppressWarnings("unused")
    @Column(name = "form_key")
    private String formKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Disclosure() {}

    Disclosure(long patientKey, NewDisclosure entered, long enteredBy, Instant now) {
        this.patientKey = patientKey;
        this.date = entered.date();
        this.recipient = entered.recipient();
        this.address = entered.recipientAddress();
        this.description = entered.description();
        this.purpose = entered.purpose();
        this.formKey = entered.key();
        this.enteredBy = enteredBy;
        this.enteredAt = now;
    }

    /** @param enterer the name of the person who has entered it */
    DisclosureRow asRow(String enterer) {
        return new DisclosureRow(date, recipient, address, description, purpose, enterer, enteredAt);
    }

    long enteredBy() {
        return enteredBy;
    }
}
