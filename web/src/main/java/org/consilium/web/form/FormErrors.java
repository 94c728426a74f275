package org.consilium.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.consilium.web.send.LinkedMessage;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with the form that was sent, for the summary that each page shows at its top. */
@Named
@RequestScoped
public class FormErrors {

    private static final String LABEL = "label";

    /** In the order of the form's fields. */
    public List<FormError> getAll() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<FormError> all = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            faces.getMessageList(id).forEach(message -> all.add(error(message, id, faces)));
        }
        return all;
    }

    /** Whether fields are wrong, and not the step as a whole. */
    public boolean isAboutFields() {
        return getAll().stream().anyMatch(error -> error.label() != null);
    }

    private static FormError error(FacesMessage message, @Nullable String id, FacesContext faces) {
        String text = Objects.toString(message.getSummary(), "");
        if (message instanceof LinkedMessage linked) {
            return new FormError(null, text, linked.path());
        }
        UIComponent component = id == null ? null : faces.getViewRoot().findComponent(id);
        if (component == null || component instanceof HtmlInputHidden) {
            return new FormError(null, text, null);
        }
        Object label = component.getAttributes().get(LABEL);
        return new FormError(label == null ? null : label.toString(), text, "#" + id);
    }
}
