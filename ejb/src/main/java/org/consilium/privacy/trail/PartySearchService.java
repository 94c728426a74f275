package org.consilium.privacy.trail;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Requires;
import org.consilium.account.AccountSearch;
import org.consilium.account.AccountSummary;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.platform.Slice;

/** Finds the people whose entries the privacy officer wants to see, patients and staff alike. */
@Stateless
public class PartySearchService {

    @Inject
    private AccountSearch people;

    @Inject
    private Event<AuditEvent> audit;

    /**
     * People by the beginning of their name, or by their e-mail address.
     *
     * @return the first ones by name
     */
    @Requires(Action.SEARCH_PEOPLE)
    public List<Party> find(String text) {
        boolean email = text.contains("@");
        List<AccountSummary> accountsFound = email ? people.addressed(text) : people.named(text, Slice.ROWS);
        List<Party> found = accountsFound.stream().map(Party::of).toList();
        audit.fire(AuditEvent.of(AuditKind.SEARCH)
                .with("kind", email ? "email" : "name")
                .with("results", found.size()));
        return found;
    }
}
