package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.consilium.consultation.team.AskedConsultation;
import org.consilium.consultation.team.AskingService;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The consultations into which colleagues of other teams have asked the reader. */
@Named
@RequestScoped
public class ConsultationAskedBacking {

    @Inject
    private AskingService askings;

    private @Nullable List<AskedConsultation> all;

    public List<AskedConsultation> getAll() {
        if (all == null) {
            all = askings.asked();
        }
        return all;
    }

    public String addressOf(AskedConsultation asked) {
        return Page.CONSULTATION.of(asked.consultation().value());
    }

    /** Where the reader ends it. */
    public String endOf(AskedConsultation asked) {
        return Page.CONSULTATION_ACCESS.of(asked.consultation().value());
    }
}
