package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatusException;
import org.consilium.account.InvitationService;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.consultation.WatchService;
import org.consilium.platform.Slice;
import org.consilium.web.address.Address;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PressedRow;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The administrator's list of people, and the actions on each. */
@Named
@RequestScoped
public class AccountPeopleBacking {

    /** The beginning of the id of a person's row. */
    private static final String ROW = "person-";

    @Inject
    private PeopleService people;

    @Inject
    private InvitationService invitations;

    @Inject
    private WatchService watch;

    @Inject
    @RequestParameter
    private @Nullable AccountId after;

    @Inject
    private Searches searches;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable Slice<Person> shown;

    public Slice<Person> getPeople() {
        if (shown == null) {
            shown = people.list(searches.getText(), after);
        }
        return shown;
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.PEOPLE.path())
                .with(Searches.PARAMETER, searches.getKey())
                .with("after", getPeople().next())
                .toString();
    }

    /** Of somebody without whom a team has nobody, the account is disabled on their own page, which warns of it. */
    public void disable() {
        AccountId person = new AccountId(PressedRow.of(request, "disable"));
        if (watch.teamsWatchedBy(person).isEmpty()) {
            change(Done.DISABLED, "disable", people::disable);
        } else {
            navigation.to(
                    Address.of(Page.PERSON.of(person.value())).at("disabling").toString());
        }
    }

    public void enable() {
        change(Done.ENABLED, "enable", people::enable);
    }

    /** The address of everything about somebody. */
    public String addressOf(Person person) {
        return Page.PERSON.of(person.id().value());
    }

    public void renew() {
        change(Done.INVITED, "renew", invitations::renew);
    }

    /** The list stays as it is: what was searched for, the rows, and the place of the person. */
    private void change(Done done, String button, Consumer<AccountId> step) {
        AccountId person = new AccountId(PressedRow.of(request, button));
        try {
            step.accept(person);
            navigation.to(
                    done.at(Address.shown(request).at(ROW + person.value()).toString()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }
}
