package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.consilium.account.PeopleService;
import org.consilium.consultation.WatchService;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** Disables an account, once the administrator has seen which teams are left without anybody. */
@Named
@RequestScoped
public class PersonDisablingBacking {

    @Inject
    private PeopleService people;

    @Inject
    private WatchService watch;

    @Inject
    private PersonDetailsBacking page;

    @Inject
    private Navigation navigation;

    private @Nullable List<String> teams;

    /** The names of the teams that nobody else watches. */
    public List<String> getTeams() {
        if (teams == null) {
            teams = watch.teamsWatchedBy(page.getId());
        }
        return teams;
    }

    public void disable() {
        people.disable(page.getId());
        navigation.to(Done.DISABLED.at(page.getPath()));
    }
}
