package org.consilium.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.account.SignInService;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RouteFilter;
import org.consilium.web.site.Visitor;

/** Ends the session of a person whose account has been disabled. */
@WebFilter(filterName = "ActiveAccountFilter")
public class ActiveAccountFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient VisitEnd ends;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller = Visitor.of(request);
        if (caller.isPresent() && !signIn.isStillActive(caller.get())) {
            ends.end(request);
            request.logout();
            response.sendRedirect(Address.of(Page.SIGN_IN.path())
                    .with(RouteFilter.CONTINUE, Address.shown(request).toString())
                    .toString());
            return;
        }
        chain.doFilter(request, response);
    }
}
