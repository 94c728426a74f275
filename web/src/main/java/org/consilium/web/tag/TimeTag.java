package org.consilium.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.time.Instant;
import java.util.Locale;

/** A moment in the reader's time zone. Look: one of {@link TimeLook}, in small letters. */
@FacesComponent("consilium.time")
public class TimeTag extends Tag {

    @Override
    protected void write(Markup page, FacesContext faces) {
        Object look = value("look", faces);
        page.time(
                (Instant) value("value", faces),
                look == null
                        ? TimeLook.MOMENT
                        : TimeLook.valueOf(look.toString().toUpperCase(Locale.ROOT)));
    }
}
