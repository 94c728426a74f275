package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.consilium.account.InvitationService;
import org.consilium.account.Password;
import org.consilium.account.PersonName;
import org.consilium.web.site.Done;
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
    private Navigation navigation;

    @Password
    private @Nullable String password;

    private @Nullable String repeated;

    /** Whom the link invites; null when it is unknown, used or out of date. */
    public @Nullable String getName() {
        return invitations.find(getToken()).map(PersonName::full).orElse(null);
    }

    public String getToken() {
        return Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    public void accept() {
        if (!Objects.equals(password, repeated)) {
            navigation.refuseAt("accept:repeated", "care.register.repeated.differs");
            return;
        }
        invitations.accept(getToken(), Objects.requireNonNull(password));
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
