package org.consilium.web.site;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;

/**
 * Long texts have line feeds alone. Browsers submit CR LF (HTML, "Constructing the entry list"), which would count as
 * two characters of the limit that the page shows.
 */
@FacesConverter("consilium.LineBreaks")
public class LineBreaks implements Converter<String> {

    @Override
    public @Nullable String getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        return value == null ? null : value.replace("\r\n", "\n");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable String value) {
        return value == null ? "" : value;
    }
}
