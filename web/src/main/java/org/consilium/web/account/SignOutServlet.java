package org.consilium.web.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;

/** Ends the visit. A form of its own on every page, so that pages which only show need no view state for it. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.sendRedirect(Done.SIGNED_OUT.at(Page.SIGN_IN.path()));
    }
}
