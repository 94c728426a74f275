package org.consilium.web.care;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.consilium.account.EmailTakenException;
import org.consilium.account.password.TypedPassword;
import org.consilium.care.RegistrationService;
import org.consilium.web.account.LinkTokenFilter;
import org.consilium.web.account.VisitEnd;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where somebody who has registered proves that the e-mail address is theirs. */
@Named
@RequestScoped
public class CareConfirmBacking {

    @Inject
    private RegistrationService registration;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisitEnd ends;

    @Inject
    private Navigation navigation;

    @NotNull
    @TypedPassword
    private @Nullable String password;

    /** The address that the link of the letter proves; null if it cannot be used, or no longer. */
    public @Nullable String getAddress() {
        return registration.address(LinkTokenFilter.token(request)).orElse(null);
    }

    public void confirm() {
        try {
            if (!registration.confirm(LinkTokenFilter.token(request), Objects.requireNonNull(password))) {
                navigation.refuseAt("password", "care.confirm.wrong");
                return;
            }
            ends.end(request);
            LinkTokenFilter.forget(request, navigation.response(), Page.CONFIRM);
            navigation.to(Done.CONFIRMED.at(Page.SIGN_IN.path()));
        } catch (EmailTakenException taken) {
            navigation.refuse("care.confirm.taken");
        }
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
