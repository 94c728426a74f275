package org.consilium.web.form;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;
import org.consilium.server.api.RequestAttributes;

/** Tells the server that a page is written and the session will not change again, so that it is saved only once. */
public class PageComplete implements PhaseListener {
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
            context.getExternalContext().getRequestMap().put(RequestAttributes.SESSION_COMPLETE, true);
        }
    }
}
