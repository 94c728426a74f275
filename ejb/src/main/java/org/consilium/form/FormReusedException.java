package org.consilium.form;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.jspecify.annotations.Nullable;

/** A form came with the key of one that was sent before, but with other content; nothing was stored. */
@ApplicationException(rollback = true)
public class FormReusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable RecordId record;

    public FormReusedException() {
        this(null);
    }

    FormReusedException(@Nullable RecordId record) {
        super("the form was sent before with other content");
        this.record = record;
    }

    /** The record that the form made when it was sent before, if it made one of its own. */
    public Optional<RecordId> record() {
        return Optional.ofNullable(record);
    }
}
