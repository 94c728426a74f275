package org.consilium.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Signs people in with what the sign-in page collected, and keeps them signed in for the length of the container's
 * session. A failure in here would get no further than the container, which answers it with status 500 and tells the
 * page only that sign-in failed; so the page gets it by a request attribute.
 */
@AutoApplySession
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private static final String FAILURE = SignInMechanism.class.getName() + ".failure";

    @Inject
    private IdentityStoreHandler accounts;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!context.isAuthenticationRequest()) {
            return context.doNothing();
        }
        try {
            return context.notifyContainerAboutLogin(
                    accounts.validate(context.getAuthParameters().getCredential()));
        } catch (RuntimeException failure) {
            request.setAttribute(FAILURE, failure);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    /** Throws the failure that an attempt to sign in ended with in this request, if it ended with one. */
    static void rethrow(HttpServletRequest request) {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
