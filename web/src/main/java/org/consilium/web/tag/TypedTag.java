package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A name, a title, or another line that a person has typed: nothing in it changes what stands around it. */
@FacesComponent(TypedTag.TYPE)
public class TypedTag extends Tag {

    static final String TYPE = "consilium.typed";

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        ResponseWriter page = faces.getResponseWriter();
        page.startElement("bdi", this);
        page.writeAttribute("class", "typed", null);
        Object text = value("value", faces);
        if (text != null) {
            page.writeText(text, null);
        }
        page.endElement("bdi");
    }
}
