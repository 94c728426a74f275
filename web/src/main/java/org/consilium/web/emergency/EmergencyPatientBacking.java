package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueService;
import org.consilium.emergency.EmergencyId;
import org.consilium.platform.Slice;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** All consultations of the patient whose record the reader has opened in an emergency. */
@Named
@RequestScoped
public class EmergencyPatientBacking {

    @Inject
    private QueueService queue;

    @Inject
    private PageRecord record;

    @Inject
    @RequestParameter
    private @Nullable ConsultationId after;

    private @Nullable Slice<ConsultationSummary> shown;

    public Slice<ConsultationSummary> getConsultations() {
        if (shown == null) {
            shown = queue.inEmergency(new EmergencyId(record.getId()), after);
        }
        return shown;
    }

    /** The address of the next rows. */
    public String getNext() {
        return page().with("after", getConsultations().next()).toString();
    }

    /** The address of the rows that are shown. */
    public String getPlace() {
        return page().with("after", after == null ? null : after.value()).toString();
    }

    private Address page() {
        return Address.of(Page.EMERGENCY_PATIENT.of(record.getId()));
    }
}
