package org.consilium.privacy.trail;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSearch;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** Finds the people whose entries the privacy officer wants to see, patients and staff alike. */
@Stateless
public class PartySearchService {

    @Inject
    private AccountSearch people;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AuditEvent> audit;

    /**
     * People by the beginning of their name, or by their e-mail address; in the order of their names.
     *
     * @param after {@link Slice#next} of the slice before
     */
    @Requires(Action.SEARCH_PEOPLE)
    public Slice<Party> find(String text, @Nullable AccountId after) {
        boolean email = text.contains("@");
        List<AccountSummary> accountsFound =
                email ? people.addressed(text) : people.named(text, summary(after), Slice.ROWS + 1);
        Slice<Party> found = Slice.cut(
                accountsFound.stream().map(Party::of).toList(),
                party -> party.id().value());
        audit.fire(AuditEvent.of(AuditKind.SEARCH)
                .with("kind", email ? "email" : "name")
                .with("results", found.rows().size()));
        return found;
    }

    private @Nullable AccountSummary summary(@Nullable AccountId id) {
        return id == null ? null : accounts.summary(id);
    }
}
