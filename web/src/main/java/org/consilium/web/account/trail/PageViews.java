package org.consilium.web.account.trail;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import org.consilium.audit.RequestTrail;

/** Tells the audit trail whether a page is read to be shown, or to handle a form that was sent to it. */
public class PageViews implements PhaseListener {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getPhaseId().equals(PhaseId.RESTORE_VIEW) && isForm(event.getFacesContext())) {
            RequestTrail.handlesForm();
        } else if (event.getPhaseId().equals(PhaseId.RENDER_RESPONSE)) {
            RequestTrail.writesPage();
        }
    }

    private static boolean isForm(FacesContext faces) {
        return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
                && request.getMethod().equals("POST");
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // only the beginning counts
    }
}
