package org.consilium.web.form;

import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import org.consilium.platform.TypedText;

/**
 * The component of every {@code h:inputTextarea}, registered in faces-config.xml: what was typed or pasted is cleaned
 * before anything else reads it. Browsers submit CR LF (HTML, "Constructing the entry list"), which would count as two
 * characters of the limit that the page shows.
 */
public class TextInput extends HtmlInputTextarea {

    @Override
    public void decode(FacesContext context) {
        super.decode(context);
        if (getSubmittedValue() instanceof String typed) {
            setSubmittedValue(TypedText.clean(typed));
        }
    }
}
