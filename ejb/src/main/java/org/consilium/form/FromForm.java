package org.consilium.form;

import org.jspecify.annotations.Nullable;

/** An entity that stores a form. */
public interface FromForm {

    /** The form; null if the version before stored it. */
    @Nullable
    SentForm form();
}
