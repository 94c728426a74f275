package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.account.Password;
import org.consilium.account.PasswordForms;
import org.consilium.account.TypedPassword;
import org.consilium.account.reset.PasswordResetService;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where somebody who has got the letter chooses another password. */
@Named
@RequestScoped
public class AccountResetBacking {

    @Inject
    private PasswordResetService resets;

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisitEnd ends;

    @Inject
    private Navigation navigation;

    @Password
    private @Nullable String password;

    @TypedPassword
    private @Nullable String repeated;

    /** Whether the link of the letter can still be used. */
    public boolean isOpen() {
        return resets.isOpen(LinkTokenFilter.token(request));
    }

    public void reset() {
        if (!PasswordForms.areSame(password, repeated)) {
            navigation.refuseAt("repeated", "care.register.repeated.differs");
            return;
        }
        resets.reset(LinkTokenFilter.token(request), Objects.requireNonNull(password));
        ends.end(request);
        LinkTokenFilter.forget(request, navigation.response(), Page.RESET_PASSWORD);
        navigation.to(Done.PASSWORD_CHANGED.at(Page.SIGN_IN.path()));
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }
}
