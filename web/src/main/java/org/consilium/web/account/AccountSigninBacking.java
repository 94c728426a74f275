package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.SignInCredential;
import org.consilium.account.SignInService;
import org.consilium.account.TypedPassword;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.LimitReachedException;
import org.consilium.limit.SignInName;
import org.consilium.platform.ShortValue;
import org.consilium.platform.VisibleText;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.consilium.web.site.Visitor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The sign-in form. Each sign-in gets a session of its own, which ends after the idle time of the role. */
@Named
@RequestScoped
public class AccountSigninBacking {

    @Inject
    private SecurityContext security;

    @Inject
    private SignInService signIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter(RouteFilter.CONTINUE)
    private @Nullable String next;

    @Inject
    @RequestParameter
    private @Nullable String ended;

    @Inject
    @ConfigProperty(name = "consilium.web.idle-minutes-patient")
    private int idleMinutesOfPatient;

    @Inject
    @ConfigProperty(name = "consilium.web.idle-minutes-staff")
    private int idleMinutesOfStaff;

    @VisibleText
    @ShortValue
    private @Nullable String email;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    public void signIn() {
        try {
            if (isSignedIn()) {
                goOn();
            } else {
                navigation.refuse("account.signin.wrong");
            }
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.sign-in", reached);
        }
    }

    private boolean isSignedIn() {
        AuthenticationParameters parameters = AuthenticationParameters.withParams()
                .credential(new SignInCredential(
                        new SignInName(Objects.requireNonNull(email)),
                        Objects.requireNonNull(password),
                        new ClientAddress(request.getRemoteAddr()),
                        DeviceCookie.in(request)))
                .newAuthentication(true);
        AuthenticationStatus status = security.authenticate(request, navigation.response(), parameters);
        SignInMechanism.rethrow(request);
        return status == AuthenticationStatus.SUCCESS;
    }

    private void goOn() {
        HttpSession session = request.getSession();
        request.changeSessionId();
        Optional<Caller> caller = Visitor.of(request);
        session.setMaxInactiveInterval(idleSeconds(caller.map(Caller::role).orElse(Role.DOCTOR)));
        caller.ifPresent(c -> welcome(c, session));
        navigation.to(caller.map(c -> Continuation.of(next, c.role())).orElse(Page.LANDING.path()));
    }

    private void welcome(Caller caller, HttpSession session) {
        DeviceCookie.set(signIn.rememberDevice(caller, DeviceCookie.in(request)), request, navigation.response());
        RefusedSignIns.remember(signIn.takeRefusedSignIns(caller), session);
    }

    private int idleSeconds(Role role) {
        return 60 * (role == Role.PATIENT ? idleMinutesOfPatient : idleMinutesOfStaff);
    }

    /** Whether the person was sent here because their session has ended; an address alone says so to nobody else. */
    public boolean isEnded() {
        return ended != null && Visitor.of(request).isEmpty();
    }

    /** The page that the person will continue with. */
    public String getTarget() {
        return Continuation.of(next, Page.LANDING);
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
