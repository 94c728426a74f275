package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.account.AccountId;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.PartySearchService;
import org.consilium.web.address.Address;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** Where the privacy officer begins: a search for people, addresses, and records, and the ways to each report. */
@Named
@RequestScoped
public class PrivacyOverviewBacking {

    /** A client's address, of IPv4 or IPv6. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    @Inject
    private PartySearchService people;

    @Inject
    private Searches searches;

    @Inject
    @RequestParameter
    private @Nullable AccountId after;

    private @Nullable Slice<Party> found;

    public boolean isAddress() {
        return ADDRESS.matcher(searches.getText()).matches();
    }

    public boolean isRecord() {
        return PublicIds.isWellFormed(searches.getText());
    }

    public boolean isName() {
        return !searches.getText().isEmpty() && !isAddress() && !isRecord();
    }

    public Slice<Party> getFound() {
        if (found == null) {
            found = isName() ? people.find(searches.getText(), after) : new Slice<>(List.of(), null);
        }
        return found;
    }

    /** The address of the next people. */
    public String getNext() {
        return Address.of(Page.PRIVACY.path())
                .with(Searches.PARAMETER, searches.getKey())
                .with("after", getFound().next())
                .toString();
    }

    /** Who has done something that concerns a patient. */
    public String about(Party patient) {
        return with(Page.PRIVACY_TRAIL, TrailParameters.PATIENT, patient.id().value());
    }

    /** What somebody has done. */
    public String by(Party person) {
        return with(Page.PRIVACY_TRAIL, TrailParameters.PERSON, person.id().value());
    }

    /** The patients whom it concerns. */
    public String affectedBy(Party person) {
        return with(Page.PRIVACY_AFFECTED, TrailParameters.PERSON, person.id().value());
    }

    public String disclosuresOf(Party patient) {
        return Page.PRIVACY_DISCLOSURES.of(patient.id().value());
    }

    /** What came from the address, or was done with the record, that was searched for. */
    public String getTrail() {
        return ofText(Page.PRIVACY_TRAIL);
    }

    public String getAffected() {
        return ofText(Page.PRIVACY_AFFECTED);
    }

    private String ofText(Page page) {
        return isRecord()
                ? with(page, TrailParameters.RECORD, searches.getText())
                : with(page, Searches.PARAMETER, searches.getKey());
    }

    private static String with(Page page, String name, String value) {
        return Address.of(page.path()).with(name, value).toString();
    }
}
