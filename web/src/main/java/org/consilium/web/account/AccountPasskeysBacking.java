package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.factor.LastFactorException;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.passkey.PasskeyName;
import org.consilium.account.passkey.PasskeyService;
import org.consilium.account.passkey.PasskeySummary;
import org.consilium.account.password.TypedPassword;
import org.consilium.limit.Limit;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.web.account.passkey.BegunPasskey;
import org.consilium.web.account.passkey.PasskeyForm;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/**
 * The passkeys of the reader. Adding one takes two steps: the password first, so that no device makes a passkey that is
 * then refused.
 */
@Named
@RequestScoped
public class AccountPasskeysBacking {
    private static final String CHOSEN = "passkey";

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter(CHOSEN)
    @ShortValue
    private @Nullable String chosenId;

    private @Nullable List<PasskeySummary> all;

    @PasskeyName
    private @Nullable String name;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    public List<PasskeySummary> getAll() {
        if (all == null) {
            all = passkeys.list();
        }
        return all;
    }

    /** When somebody has signed in with it last; null if nobody has yet. */
    public @Nullable Instant lastUse(PasskeySummary passkey) {
        return passkey.lastUsedAt().orElse(null);
    }

    /** The address where one of them is renamed or removed. */
    public String addressOf(PasskeySummary passkey) {
        return Address.of(Page.ACCOUNT_PASSKEYS.path())
                .with(CHOSEN, passkey.id().value())
                .toString();
    }

    /** The one that is to be changed; null if none is. */
    public @Nullable PasskeySummary getChosen() {
        return getAll().stream()
                .filter(passkey -> passkey.id().value().equals(chosenId))
                .findFirst()
                .orElse(null);
    }

    /** What the browser is asked for after the password was right; empty if no passkey is being added. */
    public String getOptions() {
        return BegunPasskey.in(request).map(BegunPasskey::options).orElse("");
    }

    public void begin() {
        try {
            BegunPasskey.remember(
                    passkeys.beginRegistration(Objects.requireNonNull(password)),
                    Objects.requireNonNull(name),
                    request.getSession());
            navigation.to(Page.ACCOUNT_PASSKEYS.path());
        } catch (WrongPasswordException wrong) {
            navigation.refuseAt("password", "account.password.wrong");
        } catch (LimitReachedException reached) {
            refuse(reached);
        }
    }

    public void add() {
        Optional<List<String>> codes = BegunPasskey.take(request)
                .flatMap(begun -> passkeys.finishRegistration(begun.token(), form.takeAnswer(), begun.name()));
        if (codes.isEmpty()) {
            navigation.refuse("account.passkey.refused");
        } else if (codes.get().isEmpty()) {
            navigation.to(Done.PASSKEY_ADDED.at(Page.ACCOUNT_PASSKEYS.path()));
        } else {
            AccountCodesBacking.remember(codes.get(), request.getSession());
            navigation.to(Address.of(Page.ACCOUNT_CODES.path())
                    .with(RouteFilter.CONTINUE, Page.ACCOUNT_PASSKEYS.path())
                    .toString());
        }
    }

    public void cancel() {
        var unused = BegunPasskey.take(request);
        navigation.to(Page.ACCOUNT_PASSKEYS.path());
    }

    public void rename() {
        try {
            passkeys.rename(chosen(), Objects.requireNonNull(name));
            navigation.to(Done.PASSKEY_RENAMED.at(Page.ACCOUNT_PASSKEYS.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("name", "limit.step", reached);
        }
    }

    public void remove() {
        try {
            passkeys.remove(chosen(), Objects.requireNonNull(password));
            navigation.to(Done.PASSKEY_REMOVED.at(Page.ACCOUNT_PASSKEYS.path()));
        } catch (WrongPasswordException wrong) {
            navigation.refuseAt("password", "account.password.wrong");
        } catch (LastFactorException last) {
            navigation.refuse("account.factor.last");
        } catch (LimitReachedException reached) {
            refuse(reached);
        }
    }

    private void refuse(LimitReachedException reached) {
        if (reached.limit() == Limit.PASSWORD_ACCOUNT) {
            navigation.refuseForNow("password", "limit.password", reached);
        } else {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }

    private PasskeyId chosen() {
        return Optional.ofNullable(getChosen()).map(PasskeySummary::id).orElseThrow(NotFoundException::new);
    }

    /** The name that the reader gives to the passkey. */
    public @Nullable String getName() {
        if (name == null) {
            PasskeySummary chosen = getChosen();
            name = chosen == null ? form.suggestedName() : chosen.name();
        }
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
