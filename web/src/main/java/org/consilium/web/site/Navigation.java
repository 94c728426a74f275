package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.consilium.limit.LimitReachedException;
import org.jspecify.annotations.Nullable;

/** Leads to the next page, or shows on this one why not. */
@RequestScoped
public class Navigation {

    @Inject
    private TooManyRequests tooManyRequests;

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

    /** Shows a text of the bundle at a field of the form that was sent, by the field's id in the form. */
    public void refuseAt(@Nullable String field, String key, Object... values) {
        show(field, Words.in(locale()).get(key, values));
    }

    /**
     * Shows, at a field as above or at the head of the page, when to try again; the page keeps what was typed.
     *
     * @param key of a text as {@link TooManyRequests#answer} wants it
     */
    public void refuseForNow(@Nullable String field, String key, LimitReachedException reached) {
        show(field, tooManyRequests.answer(key, reached, locale(), response()));
    }

    /** The response to this page. */
    public HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static void show(@Nullable String field, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
        if (field == null) {
            faces.addMessage(null, message);
        } else {
            UIInput input = input(field, faces);
            faces.addMessage(input.getClientId(faces), message);
            input.setValid(false);
        }
        faces.validationFailed();
    }

    /** Found from the button that was pressed. */
    private static UIInput input(String id, FacesContext faces) {
        if (UIComponent.getCurrentComponent(faces).findComponent(id) instanceof UIInput input) {
            return input;
        }
        throw new IllegalArgumentException("the form has no field " + id);
    }
}
