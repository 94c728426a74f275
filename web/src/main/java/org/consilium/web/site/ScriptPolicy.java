package org.consilium.web.site;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.io.Serial;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;

/**
 * Sets the Content-Security-Policy for scripts: those of this site, and those with the page's nonce. PrimeFaces would
 * set it before it knows whether the page has a state, and so start a session for every read-only page.
 */
public class ScriptPolicy implements SystemEventListener, PhaseListener {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    /** Makes PrimeFaces believe that it has set the header. */
    @Override
    public void beforePhase(PhaseEvent event) {
        PrimeFacesContext.getCspState(event.getFacesContext()).setInitialized(true);
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // nothing to do
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = event.getFacesContext();
        ExternalContext response = context.getExternalContext();
        if (!response.isResponseCommitted()) {
            String nonce = PrimeFacesContext.getCspState(context).getNonce();
            response.addResponseHeader("Content-Security-Policy", "script-src 'self' 'nonce-" + nonce + "'");
            // PrimeFaces has checked that it is Base64
            PrimeFaces.current().executeInitScript("if(window.PrimeFaces){PrimeFaces.csp.init('" + nonce + "');}");
        }
    }
}
