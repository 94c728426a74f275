package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.consilium.access.Role;
import org.consilium.web.site.Visitor;
import org.consilium.web.site.Words;

/** Where a consultation stands, by word and sign: in other words for its patient than for the staff. */
@FacesComponent(StatusTag.TYPE)
public class StatusTag extends Tag {

    static final String TYPE = "consilium.status";

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        String status = String.valueOf(value("status", faces));
        boolean own = Visitor.of(faces)
                .filter(caller -> caller.role() == Role.PATIENT)
                .isPresent();
        ResponseWriter page = faces.getResponseWriter();
        page.startElement("span", this);
        page.writeAttribute("class", "status status-" + status, null);
        page.startElement("span", this);
        page.writeAttribute("aria-hidden", "true", null);
        page.writeAttribute("class", "sign", null);
        page.endElement("span");
        page.writeText(
                Words.in(faces.getViewRoot().getLocale())
                        .text((own ? "consultation.status.own." : "consultation.status.") + status),
                null);
        page.endElement("span");
    }
}
