package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.account.factor.AuthenticatorSetup;
import org.consilium.account.factor.LastFactorException;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.TypedPassword;
import org.consilium.account.settings.SecondFactorService;
import org.consilium.account.settings.SecondFactorState;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.platform.VisibleText;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** Where people set up their second factor: an authenticator app, and recovery codes for when it is lost. */
@Named
@RequestScoped
public class AccountFactorBacking {

    @Inject
    private SecondFactorService factors;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter
    private @Nullable String another;

    private @Nullable SecondFactorState state;
    private @Nullable AuthenticatorSetup setup;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    @VisibleText
    @ShortValue
    private @Nullable String code;

    public SecondFactorState getState() {
        if (state == null) {
            state = factors.get();
        }
        return state;
    }

    /** Whether the page shows how to set up an app: as the first second factor, in place of another app, or as well. */
    public boolean isSettingUp() {
        return another != null || !getState().isProtected();
    }

    /** For the authenticator app. */
    public AuthenticatorSetup getSetup() {
        if (setup == null) {
            setup = factors.setUp();
        }
        return setup;
    }

    /** The address that shows how to set up another app. */
    public String getOther() {
        return Address.of(Page.ACCOUNT_FACTOR.path()).with("another", "true").toString();
    }

    public void confirm() {
        try {
            Optional<List<String>> codes =
                    factors.confirm(Objects.requireNonNull(password), Objects.requireNonNull(code));
            if (codes.isEmpty()) {
                navigation.refuseAt("code", "account.code.wrong");
            } else if (codes.get().isEmpty()) {
                navigation.to(Done.APP_ADDED.at(Page.ACCOUNT.path()));
            } else {
                show(codes.get());
            }
        } catch (WrongPasswordException | LimitReachedException refused) {
            refuse(refused);
        }
    }

    public void renew() {
        try {
            show(factors.renewRecoveryCodes(Objects.requireNonNull(password)));
        } catch (WrongPasswordException | LimitReachedException refused) {
            refuse(refused);
        }
    }

    private void show(List<String> recoveryCodes) {
        AccountCodesBacking.remember(recoveryCodes, request.getSession());
        navigation.to(Page.ACCOUNT_CODES.path());
    }

    public void remove() {
        try {
            Done done = getState().passkey() ? Done.APP_REMOVED : Done.FACTOR_REMOVED;
            factors.remove(Objects.requireNonNull(password));
            navigation.to(done.at(Page.ACCOUNT.path()));
        } catch (LastFactorException last) {
            navigation.refuse("account.factor.last");
        } catch (WrongPasswordException | LimitReachedException refused) {
            refuse(refused);
        }
    }

    private void refuse(RuntimeException refused) {
        if (refused instanceof LimitReachedException reached) {
            navigation.refuseForNow("password", "limit.password", reached);
        } else {
            navigation.refuseAt("password", "account.password.wrong");
        }
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
