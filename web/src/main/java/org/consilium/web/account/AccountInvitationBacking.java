package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.account.InvitationService;
import org.consilium.account.PasswordOwner;
import org.consilium.account.password.WeakPasswordException;
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

    @Inject
    private ChosenPassword chosen;

    /** The person invited; null if the invitation is unknown, used or expired. */
    public @Nullable PasswordOwner getInvited() {
        return invitations.find(getToken()).orElse(null);
    }

    private String getToken() {
        return LinkTokenFilter.token(request);
    }

    public void accept() {
        Optional<String> password = chosen.find();
        if (password.isEmpty()) {
            return;
        }
        try {
            invitations.accept(getToken(), password.get(), Language.of(request).locale());
        } catch (WeakPasswordException weak) {
            chosen.refuse(weak);
            return;
        }
        ends.end(request);
        LinkTokenFilter.forget(request, navigation.response(), Page.INVITATION);
        navigation.to(Done.ACCEPTED.at(Page.SIGN_IN.path()));
    }
}
