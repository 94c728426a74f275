package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.account.password.TypedPassword;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.platform.VisibleText;
import org.consilium.web.account.passkey.PasskeyForm;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.consilium.web.site.Visitor;
import org.jspecify.annotations.Nullable;

/** The sign-in form. */
@Named
@RequestScoped
public class AccountSigninBacking {

    @Inject
    private VisitStart starts;

    @Inject
    private PasskeySignInService passkeys;

    @Inject
    private PasskeyForm form;

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

    @VisibleText
    @ShortValue
    private @Nullable String email;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    public void signIn() {
        try {
            Optional<String> onward =
                    starts.begin(Objects.requireNonNull(email), Objects.requireNonNull(password), next);
            if (onward.isPresent()) {
                navigation.to(onward.get());
            } else {
                navigation.refuse("account.signin.wrong");
            }
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.sign-in", reached);
        }
    }

    public void signInByPasskey() {
        Optional<Caller> caller = passkeys.finish(form.takeToken(), form.takeAnswer());
        if (caller.isPresent()) {
            starts.enter(caller.get());
            navigation.to(Continuation.of(next, caller.get().role()));
        } else {
            navigation.refuse("account.passkey.refused");
        }
    }

    /** Whether the person was sent here because their session has ended; an address alone says so to nobody else. */
    public boolean isEnded() {
        return ended != null && Visitor.of(request).isEmpty();
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
