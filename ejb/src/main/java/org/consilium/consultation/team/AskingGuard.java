package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.consultation.ConsultationGuard;
import org.jspecify.annotations.Nullable;

/** A request for advice can be reached, while it lasts, by the one who is asked, and by the care team. */
@ApplicationScoped
public class AskingGuard implements RecordGuard {

    @Inject
    private Askings askings;

    @Inject
    private Places places;

    @Inject
    private ConsultationGuard consultations;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof AskingId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        askings.find((AskingId) id).ifPresent(asking -> {
            places.find(asking.consultationKey()).ifPresent(place -> consultations.lock(caller, place.id()));
            askings.lock(asking);
        });
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return askings.find((AskingId) id)
                .filter(Asking::isActive)
                .map(asking -> of(caller, asking))
                .orElse(null);
    }

    private @Nullable Relation of(Caller caller, Asking asking) {
        if (asking.askedKey() == caller.accountKey()) {
            return Relation.ASKED_IN;
        }
        return places.find(asking.consultationKey())
                .map(place -> consultations.relation(caller, place.id()))
                .filter(Relation::isOfCareTeam)
                .orElse(null);
    }
}
