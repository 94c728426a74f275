package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.consilium.account.closing.ClosingService;
import org.consilium.account.closing.PendingClosing;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The people who have asked to close their accounts. */
@Named
@RequestScoped
public class PersonClosingsBacking {

    @Inject
    private ClosingService closings;

    private @Nullable List<PendingClosing> pending;

    public List<PendingClosing> getPending() {
        if (pending == null) {
            pending = closings.pending();
        }
        return pending;
    }

    /** The address where the request is decided. */
    public String addressOf(PendingClosing request) {
        return Page.PERSON.of(request.account().value());
    }
}
