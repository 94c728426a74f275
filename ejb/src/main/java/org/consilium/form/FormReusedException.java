package org.consilium.form;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A form came with the key of one that was sent before, but with other content; nothing was stored. */
@ApplicationException(rollback = true)
public class FormReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public FormReusedException() {
        super("the form was sent before with other content");
    }
}
