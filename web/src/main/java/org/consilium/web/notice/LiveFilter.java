package org.consilium.web.notice;

import jakarta.inject.Inject;
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
import org.consilium.web.site.TooManyRequests;
import org.consilium.web.site.Visitor;

/**
 * Guards the web socket: people who have not signed in are redirected to do so, and pages of other sites are refused,
 * since browsers let them open web sockets to us with our visitors' cookies (RFC 6455, section 10.2). So are pages of a
 * person who has too many open; those ask for changes without a web socket.
 */
@WebFilter(filterName = "LiveFilter")
public class LiveFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Until a page may try to connect again; it asks without a web socket meanwhile. */
    private static final String SECONDS_TO_WAIT = "60";

    @Inject
    private transient LiveConnections connections;

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
            upgrade(new Handshake(request, new LiveVisitor(caller.get(), session.getId())), response, chain);
        }
    }

    private void upgrade(Handshake handshake, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (connections.hasRoomFor(handshake.visitor)) {
            chain.doFilter(handshake, response);
        } else {
            response.setStatus(TooManyRequests.STATUS);
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
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
