package org.consilium.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.consilium.access.Caller;
import org.consilium.web.site.Visitor;

/**
 * Whether a form was shown to the person who sends it: on a computer with several users, a page that one has left open
 * is not sent in the name of the next. Every form of a person who has signed in says in a hidden field whose it is.
 */
@Named
@RequestScoped
public class ShownTo {

    /** The hidden field with the public id of the person. */
    private static final String FIELD = "shown-to";

    /** Set to true when a form is refused; the error page sees none of the form's fields. */
    private static final String REFUSED = ShownTo.class.getName() + ".refused";

    @Inject
    private HttpServletRequest request;

    /** Whether the form was refused because somebody else has signed in since. */
    public boolean isAnother() {
        return request.getAttribute(REFUSED) != null;
    }

    /**
     * Refuses a form of a page that was shown to somebody else than its sender; that without the field is not judged.
     */
    static FormRefusal refusal(HttpServletRequest sent) {
        String shownTo = sent.getParameter(FIELD);
        boolean another = shownTo != null
                && Visitor.of(sent)
                        .map(caller -> !caller.getName().equals(shownTo))
                        .orElse(false);
        if (another) {
            sent.setAttribute(REFUSED, true);
        }
        return another ? FormRefusal.OF_ANOTHER : FormRefusal.NONE;
    }

    /** Writes the field into a form of a page. */
    static void write(FacesContext context) throws IOException {
        HttpServletRequest shown =
                (HttpServletRequest) context.getExternalContext().getRequest();
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("input", null);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", FIELD, null);
        writer.writeAttribute("value", Visitor.of(shown).map(Caller::getName).orElse(""), null);
        writer.endElement("input");
    }
}
