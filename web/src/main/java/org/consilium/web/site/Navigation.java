package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.address.OneTimeNote;
import org.jspecify.annotations.Nullable;

/** Leads to the next page, or shows on this one why not. */
@RequestScoped
public class Navigation {

    @Inject
    private TooManyRequests tooManyRequests;

    /** Sends the browser to an address of ours, and vouches for its note; nothing of this page is rendered. */
    public void to(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        OneTimeNote.vouch(path, (HttpServletRequest) faces.getExternalContext().getRequest(), response());
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

    /** Shows a text of the bundle at a field or button of the form that was sent, by its id in the form. */
    public void refuseAt(@Nullable String field, String key, Object... values) {
        show(field, Words.in(locale()).get(key, values));
    }

    /** Does the same, and answers with an HTTP status of its own. */
    public void refuseAs(int status, String field, String key) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
        refuseAt(field, key);
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
            UIComponent component = component(field, faces);
            faces.addMessage(component.getClientId(faces), message);
            if (component instanceof UIInput input) {
                input.setValid(false);
            }
        }
        faces.validationFailed();
    }

    /** Found from the button that was pressed. */
    private static UIComponent component(String id, FacesContext faces) {
        UIComponent found = UIComponent.getCurrentComponent(faces).findComponent(id);
        if (found == null) {
            throw new IllegalArgumentException("the form has no field " + id);
        }
        return found;
    }
}
