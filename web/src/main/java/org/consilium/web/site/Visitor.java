package org.consilium.web.site;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.access.Caller;

/** The person who opens a page, as the container has signed them in. */
public final class Visitor {

    private Visitor() {}

    public static Optional<Caller> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** The same for a page that is being written. */
    public static Optional<Caller> of(FacesContext faces) {
        return faces.getExternalContext().getUserPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
