package org.consilium.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.notice.LiveService;
import org.consilium.web.site.Visitor;

/**
 * Ends the session of a request on all nodes, and lets the pages know that the person has open. Everything that ends
 * one does it here: signing out, signing in again, accepting an invitation, registering.
 */
@ApplicationScoped
public class VisitEnd {

    @Inject
    private LiveService live;

    /** Does nothing if there is no session. */
    public void end(HttpServletRequest request) {
        Optional<Caller> visitor = Visitor.of(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        visitor.ifPresent(live::signedOut);
    }
}
