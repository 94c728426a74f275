package org.consilium.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.notice.LiveService;
import org.consilium.web.address.OneTimeNote;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;

/** Signs people out. Pages have a plain form for it, so that read-only pages need no view state. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LiveService live;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<Caller> visitor = Visitor.of(request);
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        visitor.ifPresent(live::signedOut);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        String next = Done.SIGNED_OUT.at(Page.SIGN_IN.path());
        OneTimeNote.vouch(next, request, response);
        response.sendRedirect(next);
    }
}
