package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.account.AccountId;
import org.consilium.privacy.disclosure.Accounting;
import org.consilium.privacy.disclosure.DisclosureService;
import org.consilium.web.site.PageRecord;
import org.jspecify.annotations.Nullable;

/** The accounting of disclosures for a patient, as a document to be printed. */
@Named
@RequestScoped
public class PrivacyDisclosuresBacking {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private PageRecord record;

    private @Nullable Accounting accounting;

    public Accounting getAccounting() {
        if (accounting == null) {
            accounting = disclosures.accounting(getPatient());
        }
        return accounting;
    }

    public AccountId getPatient() {
        return new AccountId(record.getId());
    }
}
