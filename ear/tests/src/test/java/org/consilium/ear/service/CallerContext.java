package org.consilium.ear.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.consilium.access.Caller;
import org.consilium.account.Accounts;
import org.consilium.account.CallerCredential;
import org.consilium.account.SignInService;
import org.jspecify.annotations.Nullable;

/** Makes a person of a test the container's caller for the length of a call. */
@ApplicationScoped
public class CallerContext {

    private static final String CALLER = CallerContext.class.getName();

    @Inject
    private SecurityContext security;

    @Inject
    private SignInService signIn;

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private Accounts accounts;

    @Inject
    private Rows rows;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "java:comp/DefaultContextService")
    private ContextService contexts;

    /** The person with this password, by the application's own identity store. */
    Actor enter(String email, String password) {
        Caller caller = Hospital.signIn(signIn, email, password)
                .orElseThrow(() -> new IllegalStateException(email + " cannot sign in"));
        return actor(email, caller);
    }

    /** The person without a password. */
    Actor enter(String email) {
        long key = Long.parseLong(rows.only("select id from account where email = ?", email));
        return actor(email, accounts.caller(key).orElseThrow());
    }

    private Actor actor(String email, Caller caller) {
        return new Actor(this, email, new SignedIn(identities.validate(new CallerCredential(caller))));
    }

    <T> T as(SignedIn person, Supplier<T> call) {
        SignedIn before = (SignedIn) request.getAttribute(CALLER);
        change(person);
        try {
            return call.get();
        } finally {
            change(before);
        }
    }

    /** The call, to be made by another thread in the name of who is the caller now. */
    <T> Callable<T> here(Callable<T> call) {
        return contexts.contextualCallable(call);
    }

    private void change(@Nullable SignedIn person) {
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        request.setAttribute(CALLER, person);
        if (person != null) {
            signIn(person);
        }
    }

    private void signIn(SignedIn person) {
        HttpServletResponse response = (HttpServletResponse) request.getAttribute(SignInByTest.RESPONSE);
        AuthenticationStatus status = security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(person));
        if (status != AuthenticationStatus.SUCCESS
                || !person.result().getCallerPrincipal().equals(security.getCallerPrincipal())) {
            throw new IllegalStateException("the container did not sign the person in: " + status);
        }
    }
}
