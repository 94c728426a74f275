package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.account.SecondStepService;
import org.consilium.account.SecondStepWays;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.limit.LimitReachedException;
import org.consilium.limit.SecondStep;
import org.consilium.platform.ShortValue;
import org.consilium.platform.VisibleText;
import org.consilium.web.account.device.TicketCookie;
import org.consilium.web.account.passkey.PasskeyForm;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in: a passkey, a code of the authenticator, or a recovery code. */
@Named
@RequestScoped
public class AccountCodeBacking {

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

    private Optional<SecondStepWays> ways = Optional.empty();

    @VisibleText
    @ShortValue
    private @Nullable String code;

    /**
     * How the step can be taken; null unless somebody has entered the right password here, some minutes ago at most.
     */
    public @Nullable SecondStepWays getWays() {
        if (ways.isEmpty()) {
            ways = steps.ways(TicketCookie.in(request));
        }
        return ways.orElse(null);
    }

    private Optional<SecondStep> find() {
        return steps.find(TicketCookie.in(request));
    }

    public void answer() {
        Optional<SecondStep> step = find();
        if (step.isEmpty()) {
            navigation.refuse("account.code.over");
            return;
        }
        try {
            Optional<Caller> caller = steps.answer(step.get(), TicketCookie.in(request), Objects.requireNonNull(code));
            if (caller.isPresent()) {
                starts.enter(caller.get());
                navigation.to(Continuation.of(next, caller.get().role()));
            } else {
                navigation.refuseAt("code", "account.code.wrong");
            }
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("code", "limit.second-step", reached);
        }
    }

    public void answerByPasskey() {
        try {
            Optional<Caller> caller =
                    passkeys.finishStep(TicketCookie.in(request), form.takeToken(), form.takeAnswer());
            if (caller.isPresent()) {
                starts.enter(caller.get());
                navigation.to(Continuation.of(next, caller.get().role()));
            } else {
                navigation.refuse("account.passkey.refused");
            }
        } catch (NotFoundException over) {
            navigation.refuse("account.code.over");
        }
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
