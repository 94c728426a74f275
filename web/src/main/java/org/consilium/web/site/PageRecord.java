package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.access.NotFoundException;

/**
 * The record that the page's address names. It comes from {@link RouteFilter} by a request attribute: a parameter could
 * be forged on pages that are about no record.
 */
@RequestScoped
public class PageRecord {

    @Inject
    private HttpServletRequest request;

    /** Its public id, if the page is about one record. */
    public Optional<String> find() {
        return Optional.ofNullable(request.getAttribute(RouteFilter.RECORD)).map(Object::toString);
    }

    /** Its public id, on a page that is about one record. */
    public String getId() {
        return find().orElseThrow(NotFoundException::new);
    }
}
