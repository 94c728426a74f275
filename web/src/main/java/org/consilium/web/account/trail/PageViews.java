package org.consilium.web.account.trail;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.consilium.audit.RequestTrail;
import org.consilium.audit.VisitTrailService;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageResponse;
import org.consilium.web.site.RouteFilter;

/**
 * Tells the audit trail whether a page is read to be shown, or to handle a form that was sent to it, and of pages that
 * show nothing which would have an entry.
 */
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

    /** Whether it fails: what a phase has thrown is only handled after it. */
    private static boolean hasFailed(FacesContext faces, HttpServletRequest request) {
        return request.getAttribute(PageResponse.FAILURE) != null
                || faces.getExceptionHandler()
                        .getUnhandledExceptionQueuedEvents()
                        .iterator()
                        .hasNext();
    }

    /** Each page that is shown to somebody has an entry; that of most is by what they show. */
    @Override
    public void afterPhase(PhaseEvent event) {
        ExternalContext external = event.getFacesContext().getExternalContext();
        if (event.getPhaseId().equals(PhaseId.RENDER_RESPONSE)
                && RequestTrail.isSilent()
                && external.getResponse() instanceof HttpServletResponse response
                && response.getStatus() == HttpServletResponse.SC_OK
                && external.getRequest() instanceof HttpServletRequest request
                && !hasFailed(event.getFacesContext(), request)
                && request.getAttribute(RouteFilter.PAGE) instanceof Page page
                && !page.isPublic()) {
            CDI.current().select(VisitTrailService.class).get().opened(page);
        }
    }
}
