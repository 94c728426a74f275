package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.Step;
import org.consilium.web.address.Address;
import org.consilium.web.notice.LiveBacking;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** A consultation as it is read: the thread, and the steps that the reader can take next. */
@Named
@RequestScoped
public class ConsultationThreadBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private LiveBacking live;

    @Inject
    private PageRecord record;

    @Inject
    private FacesContext faces;

    @Inject
    @RequestParameter
    private @Nullable Integer before;

    private @Nullable ConsultationThread thread;

    /** Has the thread read again, after a step was refused because it had changed. */
    void reload() {
        thread = null;
    }

    public ConsultationId getId() {
        return new ConsultationId(record.getId());
    }

    /**
     * The thread, which counts as read once a page shows it. A form that is sent needs none of it: the page comes only
     * if the form is refused.
     */
    public @Nullable ConsultationThread getThread() {
        if (thread == null && !isSent()) {
            live.begin();
            thread = consultations.read(getId(), before);
        }
        return thread;
    }

    private ConsultationThread shown() {
        return Objects.requireNonNull(getThread());
    }

    /** Whether a form is being taken, and the page not shown yet. */
    private boolean isSent() {
        return faces.isPostback() && !PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
    }

    public String getPath() {
        return Page.CONSULTATION.of(getId().value());
    }

    /** The address with the part of the thread that is shown. */
    String getPlace() {
        return Address.of(getPath())
                .with("before", Objects.toString(before, null))
                .toString();
    }

    public String getEarlier() {
        return Address.of(getPath())
                .with("before", Objects.toString(shown().earlier(), null))
                .toString();
    }

    public boolean canWrite() {
        return can(Step.WRITE);
    }

    public boolean canTake() {
        return can(Step.TAKE);
    }

    public boolean canHandOver() {
        return can(Step.HAND_OVER);
    }

    public boolean canClose() {
        return can(Step.CLOSE);
    }

    /** A form that was sent was there; whether the step is still possible is decided by the service. */
    private boolean can(Step step) {
        return isSent() || shown().can(step);
    }
}
