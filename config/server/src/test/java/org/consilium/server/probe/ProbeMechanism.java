package org.consilium.server.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Signs in any user that the request names. */
@AutoApplySession
@ApplicationScoped
public class ProbeMechanism implements HttpAuthenticationMechanism {
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // getParameter would read the body of an upload
        String query = request.getQueryString();
        if (query != null && query.startsWith("user=")) {
            String user = request.getParameter("user");
            return context.notifyContainerAboutLogin(new ProbeCaller(user, "Dr"), Set.of("staff"));
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }
}
