package org.consilium.consultation.team;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.care.Colleagues;
import org.consilium.consultation.ConsultationChanged;
import org.consilium.consultation.ConsultationId;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Lets clinicians ask a colleague of another team for advice on a consultation, until it is closed. */
@Stateless
public class AskingService {

    @Inject
    private Askings askings;

    @Inject
    private Places places;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Callers callers;

    @Inject
    private Event<ConsultationChanged> changes;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** The consultations into which the caller is asked, the latest request first. */
    @Requires(Action.LIST_ASKED)
    public List<AskedConsultation> asked() {
        return askings.of(callers.get().accountKey());
    }

    /**
     * Asks a colleague in; asking somebody again who is asked already changes nothing.
     *
     * @throws AskingRefusedException when they cannot be asked
     */
    @Requires(Action.ASK_IN)
    @Limited(Limit.CARE_ACCOUNT)
    public void ask(ConsultationId id, @Valid NewAsking form) {
        Caller asker = callers.get();
        Place place = places.get(id);
        if (place.closed()) {
            throw new AskingRefusedException(AskingRefusal.CLOSED);
        }
        long colleague = colleagues
                .byAddress(form.colleague())
                .orElseThrow(() -> new AskingRefusedException(AskingRefusal.NOBODY));
        if (places.isOnTeam(colleague, place)) {
            throw new AskingRefusedException(AskingRefusal.ON_TEAM);
        }
        if (askings.active(place.key()).stream().noneMatch(asking -> asking.askedKey() == colleague)) {
            askings.add(new Asking(place.key(), colleague, asker.accountKey(), form.note(), clock.instant()));
            audit.fire(event(id, colleague));
        }
        changed(place, colleague);
    }

    /** Ends it: the colleague declines or is done, or one of the care team needs no advice any more. */
    @Requires(Action.END_ASKING)
    @Limited(Limit.CARE_ACCOUNT)
    public void end(AskingId id) {
        Caller caller = callers.get();
        Asking asking = askings.find(id).orElseThrow(NotFoundException::new);
        Place place = places.find(asking.consultationKey()).orElseThrow(NotFoundException::new);
        boolean isAsked = asking.askedKey() == caller.accountKey();
        AskingOutcome outcome = isAsked ? AskingOutcome.DECLINED : AskingOutcome.ENDED;
        askings.end(asking, outcome, caller.accountKey());
        audit.fire(event(place.id(), asking.askedKey()).because(outcome));
        changed(place, asking.askedKey());
    }

    private static AuditEvent event(ConsultationId id, long colleague) {
        return AuditEvent.of(AuditKind.PERMISSION).on(id).with("asked", colleague);
    }

    private void changed(Place place, long colleague) {
        Set<Long> people = new HashSet<>(Set.of(colleague));
        askings.active(place.key()).forEach(asking -> people.add(asking.askedKey()));
        changes.fire(new ConsultationChanged(place.id(), place.patient(), false, Set.of(place.team()), people));
    }
}
