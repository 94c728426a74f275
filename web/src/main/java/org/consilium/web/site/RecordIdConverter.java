package org.consilium.web.site;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import java.util.function.Function;
import org.consilium.access.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Converts between public ids and their text. Any text is accepted: whether there is such a record, a service checks.
 */
public abstract class RecordIdConverter<T extends RecordId> implements Converter<T> {

    private final Function<String, T> type;

    protected RecordIdConverter(Function<String, T> type) {
        this.type = type;
    }

    @Override
    public @Nullable T getAsObject(FacesContext faces, UIComponent component, @Nullable String text) {
        return text == null || text.isEmpty() ? null : type.apply(text);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, @Nullable T id) {
        return id == null ? "" : id.value();
    }
}
