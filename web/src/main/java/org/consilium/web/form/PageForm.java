package org.consilium.web.form;

import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * The component of every {@code h:form}, registered in faces-config.xml. A form with a draft is written over some time,
 * so the Enter key in one of its fields does not send it: a browser presses the form's first button, which is disabled
 * (HTML Standard, implicit submission).
 */
public class PageForm extends HtmlForm {

    /** The attribute of a form in which people write. */
    static final String DRAFT = "data-draft";

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (isRendered() && getPassThroughAttributes(true).containsKey(DRAFT)) {
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("button", this);
            writer.writeAttribute("type", "submit", null);
            writer.writeAttribute("disabled", "disabled", null);
            writer.writeAttribute("hidden", "hidden", null);
            writer.endElement("button");
        }
    }
}
