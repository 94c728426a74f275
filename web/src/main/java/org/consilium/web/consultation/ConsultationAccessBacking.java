package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.account.EmailAddress;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.team.AccessService;
import org.consilium.consultation.team.AccessView;
import org.consilium.consultation.team.AskingId;
import org.consilium.consultation.team.AskingNote;
import org.consilium.consultation.team.AskingRefusedException;
import org.consilium.consultation.team.AskingService;
import org.consilium.consultation.team.NewAsking;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.consilium.web.site.PressedRow;
import org.jspecify.annotations.Nullable;

/** Who can see a consultation; a clinician of the care team asks colleagues in here. */
@Named
@RequestScoped
public class ConsultationAccessBacking {

    @Inject
    private AccessService access;

    @Inject
    private AskingService askings;

    @Inject
    private PageRecord record;

    @Inject
    private Navigation navigation;

    @Inject
    private HttpServletRequest request;

    private @Nullable AccessView view;

    @EmailAddress
    private @Nullable String colleague;

    @AskingNote
    private @Nullable String note;

    private ConsultationId id() {
        return new ConsultationId(record.getId());
    }

    public AccessView getView() {
        if (view == null) {
            view = access.of(id());
        }
        return view;
    }

    /** The consultation itself. */
    public String getConsultation() {
        return Page.CONSULTATION.of(record.getId());
    }

    private String place() {
        return Page.CONSULTATION_ACCESS.of(record.getId());
    }

    public void ask() {
        try {
            askings.ask(id(), new NewAsking(Objects.requireNonNull(colleague), Objects.requireNonNull(note)));
            navigation.to(Done.ASKED_IN.at(place()));
        } catch (AskingRefusedException refused) {
            navigation.refuseAt("colleague", "consultation.access.refused." + refused.reason());
        }
    }

    /** Ends it for one colleague; somebody who was asked has no other page of it then. */
    public void end() {
        boolean isOnTeam = getView().askable();
        askings.end(new AskingId(PressedRow.of(request, "end")));
        navigation.to(Done.ASKING_ENDED.at(isOnTeam ? place() : Page.QUEUE.path()));
    }

    public @Nullable String getColleague() {
        return colleague;
    }

    public void setColleague(@Nullable String colleague) {
        this.colleague = colleague;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
