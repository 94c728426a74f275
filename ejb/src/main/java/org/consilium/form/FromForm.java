package org.consilium.form;

import org.consilium.access.RecordId;
import org.jspecify.annotations.Nullable;

/** An entity that stores a form. */
public interface FromForm {

    /** The form; null if the version before stored it. */
    @Nullable
    SentForm form();

    /** The record that the form made; null if it made a part of another one. */
    default @Nullable RecordId record() {
        return null;
    }
}
