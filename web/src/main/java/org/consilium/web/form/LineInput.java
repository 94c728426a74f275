package org.consilium.web.form;

import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.context.FacesContext;
import org.consilium.platform.TypedText;

/**
 * The component of every {@code h:inputText}, registered in faces-config.xml: what was typed or pasted is cleaned, and
 * is one line, before anything else reads it.
 */
public class LineInput extends HtmlInputText {

    @Override
    public void decode(FacesContext context) {
        super.decode(context);
        if (getSubmittedValue() instanceof String typed) {
            setSubmittedValue(TypedText.cleanLine(typed));
        }
    }
}
