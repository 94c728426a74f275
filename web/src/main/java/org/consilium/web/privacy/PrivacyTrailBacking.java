package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailPage;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.privacy.trail.TrailRow;
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

    /** Everything that the person of a row did; for rows with one, as the others below. */
    public String by(TrailRow row) {
        return with(TrailParameters.PERSON, idOf(row.person()));
    }

    /** Everything that concerns the patient of a row. */
    public String about(TrailRow row) {
        return with(TrailParameters.PATIENT, idOf(row.patient()));
    }

    /** Everything that was done with the record of a row. */
    public String of(TrailRow row) {
        return with(TrailParameters.RECORD, Objects.requireNonNull(row.entry().record()));
    }

    private static String idOf(@Nullable Party party) {
        return Objects.requireNonNull(party).id().value();
    }

    private static String with(String name, String value) {
        return Address.of(Page.PRIVACY_TRAIL.path()).with(name, value).toString();
    }
}
