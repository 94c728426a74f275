package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** How backing beans lead on to the next page, or say on this one why not. */
@RequestScoped
public class Navigation {

    /** Sends the browser to a path of ours; nothing of this page is rendered. */
    public void to(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Shows a text of the bundle at the head of the page. */
    public void refuse(String key, Object... values) {
        refuseAt(null, key, values);
    }

    /** Shows a text of the bundle at a field, by the field's client id. */
    public void refuseAt(@Nullable String field, String key, Object... values) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = Words.in(faces.getViewRoot().getLocale()).get(key, values);
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        if (field != null && faces.getViewRoot().findComponent(":" + field) instanceof UIInput input) {
            input.setValid(false);
        }
        faces.validationFailed();
    }
}
