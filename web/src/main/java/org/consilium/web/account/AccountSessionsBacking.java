package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.consilium.account.settings.OpenSession;
import org.consilium.account.settings.SessionService;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PressedRow;
import org.jspecify.annotations.Nullable;

/** Where the reader is signed in. */
@Named
@RequestScoped
public class AccountSessionsBacking {

    @Inject
    private SessionService sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable List<OpenSession> open;

    public List<OpenSession> getOpen() {
        if (open == null) {
            open = sessions.list(request.getSession().getId());
        }
        return open;
    }

    public void end() {
        sessions.end(PressedRow.of(request, "end"));
        navigation.to(Done.SESSION_ENDED.at(Page.ACCOUNT.path()));
    }

    public void endOthers() {
        sessions.endOthers(request.getSession().getId());
        navigation.to(Done.SESSION_ENDED.at(Page.ACCOUNT.path()));
    }
}
