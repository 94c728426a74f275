package org.consilium.web.care;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountId;
import org.consilium.care.LedTeam;
import org.consilium.care.TeamId;
import org.consilium.care.TeamMember;
import org.consilium.care.TeamSettings;
import org.consilium.care.TeamSettingsService;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The teams, one of which an administrator changes. */
@Named
@RequestScoped
public class CareTeamsBacking {

    private static final String CHOSEN = "team";

    @Inject
    private TeamSettingsService teams;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter(CHOSEN)
    @ShortValue
    private @Nullable String chosenId;

    private @Nullable List<LedTeam> all;
    private @Nullable List<TeamMember> members;
    private boolean loaded;

    @Min(1)
    @Max(TeamSettings.MAX_MINUTES)
    private @Nullable Integer response;

    @Min(1)
    @Max(TeamSettings.MAX_MINUTES)
    private @Nullable Integer late;

    @ShortValue
    private @Nullable String lead;

    public List<LedTeam> getAll() {
        if (all == null) {
            all = teams.list();
        }
        return all;
    }

    /** The one that is to be changed; null if none is. */
    public @Nullable LedTeam getChosen() {
        return chosenId == null
                ? null
                : getAll().stream()
                        .filter(team -> team.id().value().equals(chosenId))
                        .findFirst()
                        .orElse(null);
    }

    /** Who can lead it. */
    public List<TeamMember> getMembers() {
        if (members == null) {
            LedTeam chosen = getChosen();
            members = chosen == null ? List.of() : teams.members(chosen.id());
        }
        return members;
    }

    /** The address where a team is changed. */
    public String addressOf(LedTeam team) {
        return Address.of(Page.TEAMS.path()).with(CHOSEN, team.id().value()).toString();
    }

    public void save() {
        LedTeam chosen = getChosen();
        if (chosen == null) {
            throw new NotFoundException();
        }
        save(chosen.id(), new TeamSettings(response, late, lead == null ? null : new AccountId(lead)));
    }

    private void save(TeamId team, TeamSettings settings) {
        try {
            teams.change(team, settings);
            navigation.to(Done.TEAM_CHANGED.at(Page.TEAMS.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(null, "limit.step", reached);
        }
    }

    /** What is stored, once, before a form changes it. */
    private void load() {
        if (!loaded) {
            LedTeam chosen = getChosen();
            if (chosen != null) {
                TeamSettings stored = chosen.settings();
                response = stored.responseMinutes();
                late = stored.leadMinutes();
                lead = stored.lead() == null ? null : stored.lead().value();
            }
            loaded = true;
        }
    }

    /** After how many minutes of working time the team is told. */
    public @Nullable Integer getResponse() {
        load();
        return response;
    }

    public void setResponse(@Nullable Integer response) {
        load();
        this.response = response;
    }

    /** After how many minutes of working time its lead is told. */
    public @Nullable Integer getLate() {
        load();
        return late;
    }

    public void setLate(@Nullable Integer late) {
        load();
        this.late = late;
    }

    /** The public id of the lead's account. */
    public @Nullable String getLead() {
        load();
        return lead;
    }

    public void setLead(@Nullable String lead) {
        load();
        this.lead = lead;
    }
}
