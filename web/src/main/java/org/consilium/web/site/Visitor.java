package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.access.Caller;

/** Who opens a page, as the container's sign-in knows them. */
public final class Visitor {

    private Visitor() {}

    public static Optional<Caller> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
