package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatusException;
import org.consilium.account.InvitationService;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.platform.Slice;
import org.consilium.web.search.Searches;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The administrator's list of people, and the actions on each. */
@Named
@RequestScoped
public class AccountPeopleBacking {

    @Inject
    private PeopleService people;

    @Inject
    private InvitationService invitations;

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
        return Page.PEOPLE.path() + "?search=" + URLEncoder.encode(searches.getKey(), StandardCharsets.UTF_8)
                + "&after=" + getPeople().next();
    }

    public void disable() {
        change(Done.DISABLED, () -> people.disable(personOf("disable")));
    }

    public void enable() {
        change(Done.ENABLED, () -> people.enable(personOf("enable")));
    }

    public void unlock() {
        change(Done.UNLOCKED, () -> people.unlock(personOf("unlock")));
    }

    public void renew() {
        change(Done.INVITED, () -> invitations.renew(personOf("renew")));
    }

    private AccountId personOf(String button) {
        return new AccountId(PressedRow.of(request, button));
    }

    private void change(Done done, Runnable step) {
        try {
            step.run();
            navigation.to(done.at(Page.PEOPLE.path()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }
}
