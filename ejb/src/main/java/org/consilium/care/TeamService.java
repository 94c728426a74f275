package org.consilium.care;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Requires;

/** Lists the hospital's teams, to choose from. */
@Stateless
public class TeamService {

    @Inject
    private Teams teams;

    /** All teams by name. */
    @Requires(Action.LIST_TEAMS)
    public List<TeamSummary> list() {
        return teams.all();
    }
}
