package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.consilium.account.AccountId;
import org.consilium.account.EarlierName;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.account.recovery.FactorResetService;
import org.consilium.account.recovery.PendingReset;
import org.consilium.account.recovery.ResetState;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.jspecify.annotations.Nullable;

/** One person other than the reader, who is an administrator. */
@Named
@RequestScoped
public class PersonDetailsBacking {

    @Inject
    private PeopleService people;

    @Inject
    private FactorResetService resets;

    @Inject
    private PageRecord record;

    private @Nullable Person person;
    private @Nullable ResetState state;
    private @Nullable List<EarlierName> formerNames;

    public Person getPerson() {
        if (person == null) {
            person = people.get(getId());
        }
        return person;
    }

    /** The names that the person had before, the last one first. */
    public List<EarlierName> getFormerNames() {
        if (formerNames == null) {
            formerNames = people.formerNames(getId());
        }
        return formerNames;
    }

    /** The steps that are possible with the second factors. */
    private ResetState state() {
        if (state == null) {
            state = resets.of(getId());
        }
        return state;
    }

    /** Whether a reset of the second factors can be requested. */
    public boolean isResettable() {
        return state().possible();
    }

    /** The reset of the second factors that is open; null if there is none. */
    public @Nullable PendingReset getReset() {
        return state().open().orElse(null);
    }

    AccountId getId() {
        return new AccountId(record.getId());
    }

    /** The address of this page. */
    String getPath() {
        return Page.PERSON.of(record.getId());
    }
}
