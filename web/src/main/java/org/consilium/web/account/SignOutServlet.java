package org.consilium.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.consilium.web.account.trail.SigningOut;
import org.consilium.web.address.OneTimeNote;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;
import org.consilium.web.site.RouteFilter;
import org.consilium.web.site.SameOrigin;

/**
 * Signs people out. Pages have a plain form for it, so that read-only pages need no view state. They send it by
 * themselves when nobody has used them for too long, so that a session that a page calls ended has ended. Drafts stay:
 * the server has them.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient VisitEnd ends;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (request.getParameter(RouteFilter.ENDED) == null) {
            SigningOut.during(() -> ends.end(request));
        } else {
            ends.end(request);
        }
        request.logout();
        if (request.getParameter(RouteFilter.ENDED) == null) {
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
            String next = Done.SIGNED_OUT.at(Page.SIGN_IN.path());
            OneTimeNote.vouch(next, request, response);
            response.sendRedirect(next);
        } else {
            String address = Continuation.of(request.getParameter(RouteFilter.CONTINUE), Page.LANDING);
            RouteFilter.sendToSignIn(request.getContextPath(), address, true, response);
        }
    }
}
