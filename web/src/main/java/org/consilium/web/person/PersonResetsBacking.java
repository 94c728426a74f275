package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.AccountStatusException;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.account.recovery.FactorResetService;
import org.consilium.account.recovery.PendingReset;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.PressedRow;
import org.jspecify.annotations.Nullable;

/** The requests to remove second factors that are open, each of which needs a second person's approval. */
@Named
@RequestScoped
public class PersonResetsBacking {

    @Inject
    private FactorResetService resets;

    @Inject
    private FreshForm fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable List<PendingReset> pending;

    public List<PendingReset> getPending() {
        if (pending == null) {
            pending = resets.pending();
        }
        return pending;
    }

    public void approve() {
        FactorResetId id = new FactorResetId(PressedRow.of(request, "approve"));
        Optional<FreshTicket> ticket = fresh.findKept();
        if (ticket.isEmpty()) {
            return;
        }
        try {
            resets.approve(id, ticket.get());
            navigation.to(Done.RESET_APPROVED.at(Address.shown(request).toString()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }

    public void withdraw() {
        FactorResetId id = new FactorResetId(PressedRow.of(request, "withdraw"));
        try {
            resets.withdraw(id);
            navigation.to(Done.RESET_WITHDRAWN.at(Address.shown(request).toString()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }
}
