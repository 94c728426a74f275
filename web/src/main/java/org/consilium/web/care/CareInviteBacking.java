package org.consilium.web.care;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.access.Role;
import org.consilium.account.EmailAddress;
import org.consilium.account.EmailTakenException;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.care.NewStaffMember;
import org.consilium.care.StaffService;
import org.consilium.care.TeamId;
import org.consilium.care.TeamService;
import org.consilium.care.TeamSummary;
import org.consilium.platform.ShortValue;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.SiteBacking;
import org.jspecify.annotations.Nullable;

/** The form by which an administrator proposes a member of the staff, who is invited once a second person approves. */
@Named
@RequestScoped
public class CareInviteBacking {

    @Inject
    private StaffService staff;

    @Inject
    private TeamService teams;

    @Inject
    private FreshForm fresh;

    @Inject
    private Navigation navigation;

    @Inject
    private SiteBacking site;

    @EmailAddress
    private @Nullable String email;

    @NamePart
    private @Nullable String firstName;

    @LastName
    private @Nullable String lastName;

    @NotNull
    private @Nullable Role role;

    @ShortValue
    private @Nullable String team;

    public void invite() {
        NewStaffMember member = new NewStaffMember(
                Objects.requireNonNull(email),
                Objects.requireNonNullElse(firstName, ""),
                Objects.requireNonNull(lastName),
                Objects.requireNonNull(role),
                team == null ? null : new TeamId(team));
        if (member.isClinician() && team == null) {
            navigation.refuseAt("team", "account.people.team.missing");
            return;
        }
        Optional<FreshTicket> ticket = fresh.find();
        if (ticket.isEmpty()) {
            return;
        }
        try {
            staff.invite(member, ticket.get());
            navigation.to(Done.PROPOSED.at(site.getAddress()));
        } catch (EmailTakenException taken) {
            navigation.refuseAt("email", "account.people.email.taken");
        }
    }

    public List<Role> getRoles() {
        return List.of(Role.DOCTOR, Role.NURSE, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    }

    public List<TeamSummary> getTeams() {
        return teams.list();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public @Nullable String getTeam() {
        return team;
    }

    public void setTeam(@Nullable String team) {
        this.team = team;
    }
}
