package org.consilium.care;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Lets administrators decide how soon teams answer, and who leads them. */
@Stateless
public class TeamSettingsService {

    @Inject
    private LedTeams teams;

    /** All teams by name. */
    @Requires(Action.LIST_TEAM_SETTINGS)
    public List<LedTeam> list() {
        return teams.all();
    }

    /** The clinicians of a team who can sign in, by name; none if there is no such team. */
    @Requires(Action.LIST_TEAM_SETTINGS)
    public List<TeamMember> members(TeamId team) {
        return teams.members(team);
    }

    /**
     * Replaces what was decided for a team.
     *
     * @throws NotFoundException when there is no such team, or its lead is to be somebody who is not in it
     */
    @Requires(Action.CHANGE_TEAM_SETTINGS)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void change(TeamId team, @Valid TeamSettings settings) {
        teams.change(team, settings);
    }
}
