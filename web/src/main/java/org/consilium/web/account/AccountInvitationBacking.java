package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.account.InvitationService;
import org.consilium.account.PersonName;
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

    /** The name of the person invited; null if the invitation is unknown, used or expired. */
    public @Nullable String getName() {
        return invitations.find(getToken()).map(PersonName::full).orElse(null);
    }

    private String getToken() {
        return LinkTokenFilter.token(request);
    }

    public void accept() {
        Optional<String> password = chosen.find();
        if (password.isEmpty()) {
            return;
        }
        invitations.accept(getToken(), password.get(), Language.of(request).locale());
        ends.end(request);
        LinkTokenFilter.forget(request, navigation.response(), Page.INVITATION);
        navigation.to(Done.ACCEPTED.at(Page.SIGN_IN.path()));
    }
}
