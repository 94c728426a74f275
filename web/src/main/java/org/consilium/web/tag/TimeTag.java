package org.consilium.web.tag;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.Instant;
import org.consilium.web.site.Times;

/**
 * A moment in the reader's time zone, which is named where it is not the hospital's. Look: "day" for the date alone,
 * "ago" for how long ago as well.
 */
@FacesComponent(TimeTag.TYPE)
public class TimeTag extends Tag {

    static final String TYPE = "consilium.time";

    /** The bean's proxy, which serves all requests. */
    private static final class Shared {
        static final Times TIMES = CDI.current().select(Times.class).get();
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        if (!(value("value", faces) instanceof Instant instant)) {
            return;
        }
        Times times = Shared.TIMES;
        Object look = value("look", faces);
        ResponseWriter page = faces.getResponseWriter();
        page.startElement("time", this);
        page.writeAttribute("datetime", instant, null);
        page.writeAttribute("title", times.full(instant), null);
        if ("ago".equals(look)) {
            span(page, "ago", times.since(instant));
            page.writeText(" ", null);
        }
        page.startElement("span", this);
        page.writeAttribute("class", "exact", null);
        page.writeText("day".equals(look) ? times.dayOf(instant) : times.moment(instant), null);
        span(page, times.elsewhere(instant) ? "zone" : "zone printed", " " + times.zone(instant));
        page.endElement("span");
        page.endElement("time");
    }

    private void span(ResponseWriter page, String look, String text) throws IOException {
        page.startElement("span", this);
        page.writeAttribute("class", look, null);
        page.writeText(text, null);
        page.endElement("span");
    }
}
