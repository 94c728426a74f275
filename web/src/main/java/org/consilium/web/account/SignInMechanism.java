package org.consilium.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Signs people in with what the sign-in page collected, and keeps them signed in for the length of the container's
 * session. What was typed is always judged, also while somebody is signed in ({@code AutoApplySession} would take it
 * for theirs unseen); if it is right, their session ends, and a new one begins. A failure in here would get no further
 * than the container, which answers it with status 500 and tells the page only that sign-in failed; so the page gets it
 * by a request attribute.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /** With this entry, the container keeps the caller in the session (Jakarta Authentication, section 3.8.4). */
    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

    private static final String FAILURE = SignInMechanism.class.getName() + ".failure";

    @Inject
    private IdentityStoreHandler accounts;

    @Inject
    private VisitEnd ends;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.isAuthenticationRequest()) {
            return judge(request, context);
        }
        Principal known = request.getUserPrincipal();
        return known == null ? context.doNothing() : stay(known, context);
    }

    private AuthenticationStatus judge(HttpServletRequest request, HttpMessageContext context)
            throws AuthenticationException {
        try {
            CredentialValidationResult result =
                    accounts.validate(context.getAuthParameters().getCredential());
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                ends.end(request);
                context.getMessageInfo().getMap().put(REGISTER_SESSION, "true");
            }
            return context.notifyContainerAboutLogin(result);
        } catch (RuntimeException failure) {
            request.setAttribute(FAILURE, failure);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    /** What {@code AutoApplySession} does for any request. */
    private static AuthenticationStatus stay(Principal known, HttpMessageContext context)
            throws AuthenticationException {
        try {
            context.getHandler()
                    .handle(new Callback[] {new CallerPrincipalCallback(context.getClientSubject(), known)});
            return AuthenticationStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException refused) {
            throw new AuthenticationException(refused);
        }
    }

    /** Throws the failure that an attempt to sign in ended with in this request, if it ended with one. */
    static void rethrow(HttpServletRequest request) {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
