package org.consilium.web.site;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;

/** Tells the server that a page is complete and will not change the session anymore, so that it is saved only once. */
public class PageComplete implements PhaseListener {
    /** An attribute of the request, known to the server. */
    private static final String COMPLETE = "consilium.session.complete";

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        // only the end counts
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (event.getPhaseId().equals(PhaseId.RENDER_RESPONSE) || context.getResponseComplete()) {
            context.getExternalContext().getRequestMap().put(COMPLETE, true);
        }
    }
}
