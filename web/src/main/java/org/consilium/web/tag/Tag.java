package org.consilium.web.tag;

import jakarta.el.ValueExpression;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component without children and without state, which writes itself. */
public abstract class Tag extends UIComponentBase {

    @Override
    public String getFamily() {
        return "consilium.tag";
    }

    @Override
    public @Nullable String getRendererType() {
        return null;
    }

    /** Nothing of it is in a view's state. */
    @Override
    public boolean isTransient() {
        return true;
    }

    @Override
    public final void encodeBegin(FacesContext faces) {
        if (isRendered()) {
            write(Markup.of(faces), faces);
        }
    }

    /** Writes the component into the page. */
    protected abstract void write(Markup page, FacesContext faces);

    /** The rows that the page gives. */
    protected final <T> List<T> rows(Class<T> type, FacesContext faces) {
        return value("value", faces) instanceof List<?> rows
                ? rows.stream().map(type::cast).toList()
                : List.of();
    }

    /** The bean of a name. */
    protected static <T> T bean(String name, Class<T> type, FacesContext faces) {
        return type.cast(faces.getApplication().getELResolver().getValue(faces.getELContext(), null, name));
    }

    /** The value of an attribute; null if the page leaves it out. */
    protected final @Nullable Object value(String attribute, FacesContext faces) {
        ValueExpression expression = getValueExpression(attribute);
        return expression == null ? getAttributes().get(attribute) : expression.getValue(faces.getELContext());
    }
}
