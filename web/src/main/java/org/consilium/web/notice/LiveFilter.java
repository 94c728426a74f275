package org.consilium.web.notice;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;

/**
 * Guards the web socket: people who have not signed in are redirected to do so, and pages of other sites are refused,
 * since browsers let them open web sockets to us with our visitors' cookies (RFC 6455, section 10.2).
 */
@WebFilter(filterName = "LiveFilter")
public class LiveFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller = Visitor.of(request);
        HttpSession session = request.getSession(false);
        if (!SameOrigin.sent(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (caller.isEmpty() || session == null) {
            response.sendRedirect(Page.SIGN_IN.path());
        } else if (request.getHeader("Upgrade") == null) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Handshake(request, new LiveVisitor(caller.get(), session.getId())), response);
        }
    }

    /** The request, with the principal that the web socket's session will have. */
    private static final class Handshake extends HttpServletRequestWrapper {

        private final LiveVisitor visitor;

        Handshake(HttpServletRequest request, LiveVisitor visitor) {
            super(request);
            this.visitor = visitor;
        }

        @Override
        public Principal getUserPrincipal() {
            return visitor;
        }
    }
}
