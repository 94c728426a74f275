package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consilium.account.PasswordOwner;
import org.consilium.account.password.WeakPasswordException;
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

    @Inject
    private ChosenPassword chosen;

    /** The person who has got the letter; null if its link cannot be used, or no longer. */
    public @Nullable PasswordOwner getOwner() {
        return resets.find(LinkTokenFilter.token(request)).orElse(null);
    }

    public void reset() {
        Optional<String> password = chosen.find();
        if (password.isEmpty()) {
            return;
        }
        try {
            resets.reset(LinkTokenFilter.token(request), password.get());
        } catch (WeakPasswordException weak) {
            chosen.refuse(weak);
            return;
        }
        ends.end(request);
        LinkTokenFilter.forget(request, navigation.response(), Page.RESET_PASSWORD);
        navigation.to(Done.PASSWORD_CHANGED.at(Page.SIGN_IN.path()));
    }
}
