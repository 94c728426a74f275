package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.access.Caller;

/** The person who opens a page, as the container has signed them in. */
public final class Visitor {

    private Visitor() {}

    public static Optional<Caller> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
