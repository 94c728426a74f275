package org.consilium.web.form;

import jakarta.faces.component.html.HtmlInputSecret;
import jakarta.faces.context.FacesContext;

/**
 * The component of every {@code h:inputSecret}, registered in faces-config.xml: a password is gone before the state of
 * its page is saved, so that none gets into a session.
 */
public class SecretInput extends HtmlInputSecret {

    @Override
    public Object saveState(FacesContext context) {
        setSubmittedValue(null);
        setValue(null);
        setLocalValueSet(false);
        return super.saveState(context);
    }
}
