package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.OpenEmergency;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The banner that every page of a clinician has while they have an emergency access open. */
@Named
@RequestScoped
public class EmergencyBannerBacking {

    @Inject
    private EmergencyService emergencies;

    private Optional<OpenEmergency> current = Optional.empty();
    private boolean asked;

    /** The one that is open; null if there is none. */
    public @Nullable OpenEmergency getCurrent() {
        if (!asked) {
            current = emergencies.current();
            asked = true;
        }
        return current.orElse(null);
    }

    /** The address of the list of the patient's consultations. */
    public String addressOf(OpenEmergency open) {
        return Page.EMERGENCY_PATIENT.of(open.id().value());
    }
}
