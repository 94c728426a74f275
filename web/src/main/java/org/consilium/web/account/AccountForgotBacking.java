package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.account.EmailAddress;
import org.consilium.account.reset.PasswordResetService;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Done;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where somebody who has forgotten the password asks for a letter. */
@Named
@RequestScoped
public class AccountForgotBacking {

    @Inject
    private PasswordResetService resets;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @EmailAddress
    private @Nullable String email;

    public void send() {
        try {
            resets.request(
                    Objects.requireNonNull(email),
                    Language.of(request).locale(),
                    new ClientAddress(request.getRemoteAddr()));
            navigation.to(Done.RESET_SENT.at(Page.SIGN_IN.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.reset", reached);
        }
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
