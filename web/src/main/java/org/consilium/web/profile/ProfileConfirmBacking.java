package org.consilium.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.account.EmailTakenException;
import org.consilium.account.address.AddressChangeService;
import org.consilium.account.password.TypedPassword;
import org.consilium.web.account.LinkTokenFilter;
import org.consilium.web.account.VisitEnd;
import org.consilium.web.account.VisitStart;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody proves that another e-mail address is theirs, signed in or not. Who is signed in here stays so; the
 * link and the password alone sign nobody in.
 */
@Named
@RequestScoped
public class ProfileConfirmBacking {

    @Inject
    private AddressChangeService changes;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisitStart starts;

    @Inject
    private VisitEnd ends;

    @Inject
    private Navigation navigation;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    /** The address that the link of the letter proves; null if it cannot be used, or no longer. */
    public @Nullable String getAddress() {
        return changes.address(LinkTokenFilter.token(request)).orElse(null);
    }

    public void confirm() {
        Optional<Caller> visitor = Visitor.of(request);
        try {
            Optional<Caller> owner = changes.confirm(LinkTokenFilter.token(request), Objects.requireNonNull(password));
            if (owner.isEmpty()) {
                navigation.refuseAt("password", "account.password.wrong");
                return;
            }
            LinkTokenFilter.forget(request, navigation.response(), Page.CONFIRM_ADDRESS);
            goOn(
                    owner.get(),
                    visitor.filter(here -> here.accountKey() == owner.get().accountKey())
                            .isPresent());
        } catch (NotFoundException over) {
            navigation.refuse("profile.confirm.over");
        } catch (EmailTakenException taken) {
            navigation.refuse("profile.confirm.taken");
        }
    }

    private void goOn(Caller owner, boolean signedIn) {
        if (signedIn) {
            starts.beginSession(owner);
            navigation.to(Done.ADDRESS_CHANGED.at(Page.ACCOUNT.path()));
        } else {
            ends.end(request);
            navigation.to(Done.ADDRESS_CHANGED.at(Page.SIGN_IN.path()));
        }
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
