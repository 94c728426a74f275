package org.consilium.web.tag;

import jakarta.el.ValueExpression;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** A component without children and without state, which writes itself. */
abstract class Tag extends UIComponentBase {

    static final String FAMILY = "consilium.tag";

    @Override
    public String getFamily() {
        return FAMILY;
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

    /** The value of an attribute; null if the page leaves it out. */
    @Nullable
    Object value(String attribute, FacesContext faces) {
        ValueExpression expression = getValueExpression(attribute);
        return expression == null ? getAttributes().get(attribute) : expression.getValue(faces.getELContext());
    }
}
