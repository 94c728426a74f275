package org.consilium.ear.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells the container who has signed in: whom a test names by what the identity store said of them. */
@ApplicationScoped
public class SignInByTest implements HttpAuthenticationMechanism {

    static final String RESPONSE = SignInByTest.class.getName();

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        request.setAttribute(RESPONSE, response);
        if (context.isAuthenticationRequest()
                && context.getAuthParameters().getCredential() instanceof SignedIn credential) {
            return context.notifyContainerAboutLogin(credential.result());
        }
        return context.doNothing();
    }

    /** The default would empty the subject that threads of this person still carry. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // nobody is the caller all the same: the container forgets the subject
    }
}
