package org.consilium.web.form;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlInputFile;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;

/**
 * Takes the files of a form out of the page before its state is kept, if another field is refused: they end with the
 * request, and no session holds them. A browser does not fill in a field for files again, either.
 */
public class NoFilesKept implements PhaseListener {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (context.isPostback()) {
            context.getViewRoot()
                    .visitTree(VisitContext.createVisitContext(context), (visit, component) -> forget(component));
        }
    }

    private static VisitResult forget(UIComponent component) {
        if (component instanceof HtmlInputFile input) {
            input.setSubmittedValue(null);
            input.setValue(null);
            input.setLocalValueSet(false);
        }
        return VisitResult.ACCEPT;
    }
}
