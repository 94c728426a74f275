package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.account.AccountId;
import org.consilium.privacy.trail.AffectedPage;
import org.consilium.privacy.trail.AffectedPatient;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailService;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The patients whose records somebody reached, or somebody at an address, or who are concerned by a record. */
@Named
@RequestScoped
public class PrivacyAffectedBacking {

    @Inject
    private TrailService trail;

    @Inject
    private TrailParameters parameters;

    @Inject
    @RequestParameter
    private @Nullable AccountId after;

    private @Nullable AffectedPage shown;

    public AffectedPage getPage() {
        if (shown == null) {
            shown = trail.affected(parameters.filter(), after);
        }
        return shown;
    }

    /** Whether it is known whose access this is about; otherwise there is nothing to count. */
    public boolean isChosen() {
        return getFilter().namesSource();
    }

    public TrailFilter getFilter() {
        return parameters.filter();
    }

    /** The address of the next rows. */
    public String getNext() {
        return parameters
                .at(Page.PRIVACY_AFFECTED.path())
                .with("after", getPage().patients().next())
                .toString();
    }

    /** What was done that concerns a patient, with the same filter. */
    public String of(AffectedPatient affected) {
        return parameters
                .at(Page.PRIVACY_TRAIL.path())
                .with(TrailParameters.PATIENT, affected.patient().id().value())
                .toString();
    }
}
