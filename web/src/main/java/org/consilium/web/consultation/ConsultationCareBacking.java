package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.consilium.care.TeamId;
import org.consilium.care.TeamService;
import org.consilium.care.TeamSummary;
import org.consilium.consultation.AlreadyTakenException;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.IllegalStepException;
import org.consilium.platform.ShortValue;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** Lets a clinician take a consultation, or hand it over to another team. */
@Named
@RequestScoped
public class ConsultationCareBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private TeamService teams;

    @Inject
    private ConsultationThreadBacking page;

    @Inject
    private Navigation navigation;

    @NotNull
    @ShortValue
    private @Nullable String team;

    public void take() {
        try {
            consultations.take(page.getId());
            navigation.to(Done.TAKEN.at(page.getPlace()));
        } catch (AlreadyTakenException first) {
            navigation.refuse("consultation.thread.take.late", first.clinician());
            page.reload();
        } catch (IllegalStepException closed) {
            navigation.refuse("consultation.thread.changed");
            page.reload();
        }
    }

    public void handOver() {
        try {
            consultations.handOver(page.getId(), new TeamId(Objects.requireNonNull(team)));
            navigation.to(Done.HANDED_OVER.at(Page.QUEUE.path()));
        } catch (IllegalStepException closed) {
            navigation.refuse("consultation.thread.changed");
            page.reload();
        }
    }

    /** The teams to hand over to: all, or once the page is shown, all but the one that has it. */
    public List<TeamSummary> getTeams() {
        ConsultationThread thread = page.getThread();
        return teams.list().stream()
                .filter(other -> thread == null || !other.name().equals(thread.team()))
                .toList();
    }

    public @Nullable String getTeam() {
        return team;
    }

    public void setTeam(@Nullable String team) {
        this.team = team;
    }
}
