package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailPage;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.privacy.trail.TrailService;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** What was done, the newest first. */
@Named
@RequestScoped
public class PrivacyTrailBacking {

    @Inject
    private TrailService trail;

    @Inject
    private TrailParameters parameters;

    @Inject
    @RequestParameter
    private @Nullable String after;

    private @Nullable TrailPage shown;

    public TrailPage getPage() {
        if (shown == null) {
            shown = trail.list(parameters.filter(), TrailPosition.parse(after).orElse(null));
        }
        return shown;
    }

    public TrailFilter getFilter() {
        return parameters.filter();
    }

    /** The address of the next rows. */
    public String getNext() {
        return parameters
                .at(Page.PRIVACY_TRAIL.path())
                .with(
                        "after",
                        Optional.ofNullable(getPage().next())
                                .map(TrailPosition::code)
                                .orElse(null))
                .toString();
    }

    public String by(Party person) {
        return with(TrailParameters.PERSON, person.id().value());
    }

    public String about(Party patient) {
        return with(TrailParameters.PATIENT, patient.id().value());
    }

    /** Everything that was done with a record. */
    public String of(String record) {
        return with(TrailParameters.RECORD, record);
    }

    private static String with(String name, String value) {
        return Address.of(Page.PRIVACY_TRAIL.path()).with(name, value).toString();
    }
}
