package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueService;
import org.consilium.platform.Slice;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** A patient's own consultations. */
@Named
@RequestScoped
public class ConsultationListBacking {

    @Inject
    private QueueService queue;

    @Inject
    @RequestParameter
    private @Nullable ConsultationId after;

    private @Nullable Slice<ConsultationSummary> shown;

    public Slice<ConsultationSummary> getConsultations() {
        if (shown == null) {
            shown = queue.own(after);
        }
        return shown;
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.CONSULTATIONS.path())
                .with("after", getConsultations().next())
                .toString();
    }
}
