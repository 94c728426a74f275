package org.consilium.web.send;

import jakarta.faces.application.FacesMessage;
import java.io.Serial;

/** A message that leads to another page, where the reader finds what it is about. */
public final class LinkedMessage extends FacesMessage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String path;

    LinkedMessage(String text, String path) {
        super(SEVERITY_ERROR, text, null);
        this.path = path;
    }

    /** The page, as a path of ours. */
    public String path() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof LinkedMessage linked && path.equals(linked.path);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + path.hashCode();
    }
}
