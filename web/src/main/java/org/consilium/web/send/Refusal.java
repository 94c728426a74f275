package org.consilium.web.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.consultation.ConsultationId;
import org.consilium.form.FormReusedException;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** Says why a step was refused, beside its button. */
@ApplicationScoped
public class Refusal {

    private static final int MAX_CAUSES = 20;

    /** The id of the hidden field with the form's key. */
    private static final String KEY = "key";

    @Inject
    private Navigation navigation;

    /** Whether the failure is one that any step may have; then it is shown. */
    boolean isShown(Throwable failure, UIComponent button) {
        Optional<Throwable> known = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(cause -> cause instanceof LimitReachedException
                        || cause instanceof FormReusedException
                        || cause instanceof ConstraintViolationException)
                .findFirst();
        known.ifPresent(cause -> {
            if (cause instanceof LimitReachedException reached) {
                navigation.refuseForNow(button.getId(), "limit.step", reached);
            } else if (cause instanceof ConstraintViolationException) {
                // of a value that no component of the page has validated, such as what its scripts write
                navigation.refuseAs(HttpServletResponse.SC_BAD_REQUEST, button.getId(), "form.invalid");
            } else {
                refuseReused((FormReusedException) cause, button);
            }
        });
        return known.isPresent();
    }

    /** Nothing of it counts, and the reader is told where to find what was sent before. */
    private void refuseReused(FormReusedException reused, UIComponent button) {
        navigation.refuseAs(HttpServletResponse.SC_CONFLICT, button.getId(), "form.reused");
        reused.record()
                .filter(ConsultationId.class::isInstance)
                .ifPresent(before -> offer("form.reused.show", Page.CONSULTATION.of(before.value())));
        renewKey(button);
    }

    /** Offers, at the head of the page, to go to another one; what was typed stays in the draft. */
    private static void offer(String key, String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = Words.in(faces.getViewRoot().getLocale()).get(key);
        faces.addMessage(null, new LinkedMessage(text, path));
    }

    /** Sent again as it is now, the form is another one. */
    private static void renewKey(UIComponent button) {
        if (button.findComponent(KEY) instanceof UIInput key) {
            key.setValue(FormKeys.next());
        }
    }
}
