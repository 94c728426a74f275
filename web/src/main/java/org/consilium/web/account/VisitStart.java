package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.CallerCredential;
import org.consilium.account.SignInProgress;
import org.consilium.account.SignInService;
import org.consilium.account.fresh.FreshService;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.SignInAttempt;
import org.consilium.limit.SignInName;
import org.consilium.limit.SignInOrigin;
import org.consilium.server.api.AccountSession;
import org.consilium.web.account.device.Device;
import org.consilium.web.account.device.DeviceCookie;
import org.consilium.web.account.device.TicketCookie;
import org.consilium.web.account.trail.VisitMark;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RouteFilter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signs people in. Each sign-in begins a session of its own, which ends after the idle time of the role. */
@RequestScoped
public class VisitStart {

    @Inject
    private SecurityContext security;

    @Inject
    private SignInService signIn;

    @Inject
    private FreshService fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisitEnd ends;

    @Inject
    private Navigation navigation;

    @Inject
    @ConfigProperty(name = "consilium.web.idle-minutes-patient")
    private int idleMinutesOfPatient;

    @Inject
    @ConfigProperty(name = "consilium.web.idle-minutes-staff")
    private int idleMinutesOfStaff;

    /**
     * Takes the first step, which ends the session that the request has, and signs somebody in who needs no second one.
     *
     * @return where that leads; empty if the address and the password do not belong together
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords
     */
    public Optional<String> begin(String email, String password, @Nullable String next) {
        SignInName name = new SignInName(email);
        SignInOrigin origin =
                signIn.originOf(name, new ClientAddress(request.getRemoteAddr()), DeviceCookie.in(request));
        return signIn.signIn(new SignInAttempt(name, origin), origin, password).map(progress -> step(progress, next));
    }

    private String step(SignInProgress progress, @Nullable String next) {
        if (progress.caller().isPresent()) {
            enter(progress.caller().get());
            return Continuation.of(next, progress.caller().get().role());
        }
        // whoever was signed in here before, somebody else may be here now
        ends.end(request);
        TicketCookie.set(progress.ticket(), request, navigation.response());
        Page page = progress.settingUp() ? Page.SIGN_IN_SETUP : Page.SIGN_IN_CODE;
        return Address.of(page.path()).with(RouteFilter.CONTINUE, next).toString();
    }

    /** Signs somebody in who has taken all steps: the session that the request has ends, and another one begins. */
    public void enter(Caller caller) {
        int refused = signIn.noteSignIn(caller, DeviceCookie.in(request));
        beginSession(caller);
        FreshForm.remember(fresh.signedIn(caller), request.getSession());
        RefusedSignIns.remember(refused, request.getSession());
    }

    /** Begins another session of somebody who has signed in, after their former ones have ended. */
    public void beginSession(Caller caller) {
        AuthenticationStatus status = security.authenticate(
                request,
                navigation.response(),
                AuthenticationParameters.withParams()
                        .credential(new CallerCredential(caller))
                        .newAuthentication(true));
        SignInMechanism.rethrow(request);
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("the container signs nobody in: " + status);
        }
        TicketCookie.forget(request, navigation.response());
        welcome(caller);
    }

    private void welcome(Caller caller) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setMaxInactiveInterval(idleSeconds(caller.role()));
        session.setAttribute(AccountSession.DESCRIPTION, Device.of(request));
        VisitMark.begin(caller, session);
        DeviceCookie.set(signIn.rememberDevice(caller, DeviceCookie.in(request)), request, navigation.response());
    }

    private int idleSeconds(Role role) {
        return 60 * (role == Role.PATIENT ? idleMinutesOfPatient : idleMinutesOfStaff);
    }
}
