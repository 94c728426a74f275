package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.consilium.form.FormKey;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.privacy.disclosure.DisclosureDate;
import org.consilium.privacy.disclosure.DisclosureService;
import org.consilium.privacy.disclosure.NewDisclosure;
import org.consilium.privacy.disclosure.Particulars;
import org.consilium.privacy.disclosure.Recipient;
import org.consilium.privacy.disclosure.RecipientAddress;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The form with which a disclosure outside of the system is entered. */
@Named
@RequestScoped
public class PrivacyDisclosureBacking {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private PrivacyDisclosuresBacking page;

    @Inject
    private Navigation navigation;

    @DisclosureDate
    private @Nullable LocalDate date;

    @Recipient
    private @Nullable String recipient;

    @RecipientAddress
    private @Nullable String address;

    @Particulars
    private @Nullable String description;

    @Particulars
    private @Nullable String purpose;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    public void enter() {
        try {
            disclosures.enter(
                    page.getPatient(),
                    new NewDisclosure(
                            Objects.requireNonNull(date),
                            Objects.requireNonNull(recipient),
                            address,
                            Objects.requireNonNull(description),
                            Objects.requireNonNull(purpose),
                            key));
            navigation.to(Done.DISCLOSURE_ENTERED.at(
                    Page.PRIVACY_DISCLOSURES.of(page.getPatient().value())));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("send", "limit.step", reached);
        }
    }

    public @Nullable LocalDate getDate() {
        return date;
    }

    public void setDate(@Nullable LocalDate date) {
        this.date = date;
    }

    public @Nullable String getRecipient() {
        return recipient;
    }

    public void setRecipient(@Nullable String recipient) {
        this.recipient = recipient;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
