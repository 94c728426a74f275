package org.consilium.web.form;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.html.HtmlInputFile;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;

/**
 * Makes a field that was left out of a form an empty one. Browsers send every field; Faces does not validate one that
 * is not there, and the action would meet a value that no constraint has seen.
 */
public class CompleteForm implements PhaseListener {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.APPLY_REQUEST_VALUES;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        event.getFacesContext()
                .getViewRoot()
                .visitTree(
                        VisitContext.createVisitContext(event.getFacesContext()),
                        (visit, component) -> complete(component));
    }

    private static VisitResult complete(UIComponent component) {
        if (!component.isRendered() || (component instanceof UIForm form && !form.isSubmitted())) {
            return VisitResult.REJECT;
        }
        if (component instanceof UIInput input
                && !(input instanceof HtmlInputFile)
                && input.getSubmittedValue() == null) {
            input.setSubmittedValue("");
        }
        return VisitResult.ACCEPT;
    }
}
