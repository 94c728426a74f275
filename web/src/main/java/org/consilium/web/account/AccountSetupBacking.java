package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.FirstFactor;
import org.consilium.account.SecondStepService;
import org.consilium.account.factor.AuthenticatorSetup;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.limit.LimitReachedException;
import org.consilium.limit.SecondStep;
import org.consilium.platform.ShortValue;
import org.consilium.platform.VisibleText;
import org.consilium.web.account.device.TicketCookie;
import org.consilium.web.account.passkey.PasskeyForm;
import org.consilium.web.address.Address;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/** The second step of the first sign-in of somebody who needs a second factor: they set it up. */
@Named
@RequestScoped
public class AccountSetupBacking {

    @Inject
    private SecondStepService steps;

    @Inject
    private PasskeySignInService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private VisitStart starts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter(RouteFilter.CONTINUE)
    private @Nullable String next;

    private Optional<AuthenticatorSetup> setup = Optional.empty();

    @VisibleText
    @ShortValue
    private @Nullable String code;

    /** For the authenticator app; null if nobody can set one up here, or no longer. */
    public @Nullable AuthenticatorSetup getSetup() {
        if (setup.isEmpty()) {
            setup = find();
        }
        return setup.orElse(null);
    }

    private Optional<AuthenticatorSetup> find() {
        try {
            return Optional.of(steps.setUp(TicketCookie.in(request)));
        } catch (NotFoundException over) {
            return Optional.empty();
        }
    }

    public void confirm() {
        String ticket = TicketCookie.in(request);
        Optional<SecondStep> step = steps.find(ticket);
        if (step.isEmpty()) {
            navigation.refuse("account.code.over");
            return;
        }
        try {
            Optional<FirstFactor> first = steps.confirm(step.get(), ticket, Objects.requireNonNull(code));
            if (first.isPresent()) {
                enter(first.get());
            } else {
                navigation.refuseAt("code", "account.code.wrong");
            }
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("code", "limit.second-step", reached);
        }
    }

    public void confirmByPasskey() {
        try {
            Optional<FirstFactor> first = passkeys.finishSetUp(
                    TicketCookie.in(request), form.takeToken(), form.takeAnswer(), form.suggestedName());
            if (first.isPresent()) {
                enter(first.get());
            } else {
                navigation.refuse("account.passkey.refused");
            }
        } catch (NotFoundException over) {
            navigation.refuse("account.code.over");
        }
    }

    private void enter(FirstFactor first) {
        starts.enter(first.caller());
        AccountCodesBacking.remember(first.recoveryCodes(), request.getSession());
        navigation.to(Address.of(Page.ACCOUNT_CODES.path())
                .with(RouteFilter.CONTINUE, Continuation.of(next, first.caller().role()))
                .toString());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
