package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** A name, a title, or another line that a person has typed: nothing in it changes what stands around it. */
@FacesComponent("consilium.typed")
public class TypedTag extends Tag {

    @Override
    protected void write(Markup page, FacesContext faces) {
        Object line = value("value", faces);
        page.typed(line == null ? null : line.toString());
    }
}
