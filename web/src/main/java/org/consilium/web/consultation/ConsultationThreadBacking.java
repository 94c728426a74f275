package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.Step;
import org.consilium.web.notice.LiveBacking;
import org.consilium.web.site.Page;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/** A consultation as it is read: the thread, and what the reader can do next. */
@Named
@RequestScoped
public class ConsultationThreadBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private LiveBacking live;

    @Inject
    private HttpServletRequest request;

    private @Nullable ConsultationThread thread;

    public ConsultationId getId() {
        return new ConsultationId(String.valueOf(request.getAttribute(RouteFilter.RECORD)));
    }

    public ConsultationThread getThread() {
        if (thread == null) {
            // what comes while it is read is newer than the mark
            String unused = live.getMark();
            thread = consultations.read(getId(), request.getParameter("before"));
        }
        return thread;
    }

    /** To be read anew: a step has changed it. */
    void forget() {
        thread = null;
    }

    public String getPath() {
        return Page.CONSULTATION.of(getId().value());
    }

    public String getEarlier() {
        return getPath() + "?before=" + getThread().earlier();
    }

    public boolean isWriting() {
        return getThread().can(Step.WRITE);
    }

    public boolean isTaking() {
        return getThread().can(Step.TAKE);
    }

    public boolean isHandingOver() {
        return getThread().can(Step.HAND_OVER);
    }

    public boolean isClosing() {
        return getThread().can(Step.CLOSE);
    }
}
