package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.AccountStatusException;
import org.consilium.account.Reason;
import org.consilium.account.recovery.FactorResetService;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** Requests that the second factors of somebody be removed who has lost them all. */
@Named
@RequestScoped
public class PersonResetBacking {

    @Inject
    private FactorResetService resets;

    @Inject
    private PersonDetailsBacking page;

    @Inject
    private FreshForm fresh;

    @Inject
    private Navigation navigation;

    @Reason
    private @Nullable String reason;

    private boolean inPerson;

    public void request() {
        Optional<FreshTicket> ticket = fresh.find();
        if (ticket.isEmpty()) {
            return;
        }
        try {
            resets.request(page.getId(), Objects.requireNonNull(reason), inPerson, ticket.get());
            navigation.to(Done.RESET_REQUESTED.at(page.getPath()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }

    /** How the owner's identity was proved. */
    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** Whether that was at the clinic. */
    public boolean isInPerson() {
        return inPerson;
    }

    public void setInPerson(boolean inPerson) {
        this.inPerson = inPerson;
    }
}
