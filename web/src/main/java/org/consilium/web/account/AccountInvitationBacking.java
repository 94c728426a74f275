package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.account.InvitationService;
import org.consilium.account.Password;
import org.consilium.account.PasswordForms;
import org.consilium.account.PersonName;
import org.consilium.account.TypedPassword;
import org.consilium.web.site.Done;
import org.consilium.web.site.Language;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Where an invited member of the staff chooses a password. */
@Named
@RequestScoped
public class AccountInvitationBacking {

    @Inject
    private InvitationService invitations;

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

    /** The name of the person invited; null if the invitation is unknown, used or expired. */
    public @Nullable String getName() {
        return invitations.find(getToken()).map(PersonName::full).orElse(null);
    }

    private String getToken() {
        return LinkTokenFilter.token(request);
    }

    public void accept() {
        if (!PasswordForms.areSame(password, repeated)) {
            navigation.refuseAt("repeated", "care.register.repeated.differs");
            return;
        }
        invitations.accept(
                getToken(),
                Objects.requireNonNull(password),
                Language.of(request).locale());
        ends.end(request);
        LinkTokenFilter.forget(request, navigation.response(), Page.INVITATION);
        navigation.to(Done.ACCEPTED.at(Page.SIGN_IN.path()));
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
