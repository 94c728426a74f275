package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import org.consilium.consultation.Status;

/** Where a consultation stands. */
@FacesComponent("consilium.status")
public class StatusTag extends Tag {

    @Override
    protected void write(Markup page, FacesContext faces) {
        if (value("status", faces) instanceof Status status) {
            page.status(status);
        }
    }
}
