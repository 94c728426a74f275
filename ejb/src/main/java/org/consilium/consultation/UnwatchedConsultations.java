package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.consultation.Watch.Held;
import org.consilium.consultation.Watch.Staffing;

/**
 * Sees to it that somebody who is there watches every open consultation. What somebody has taken who is away without
 * cover goes back into the queue of its team; what waits for a team of which nobody is there goes to the intake team,
 * or if nobody is there either, to any other. Each is done in small transactions, whose locks keep nodes apart.
 */
@ApplicationScoped
public class UnwatchedConsultations {

    private static final String HELD =
            "SELECT id FROM consultation WHERE clinician_id = ? AND stage = 2 AND team_id = ? LIMIT ? FOR UPDATE SKIP LOCKED";

    private static final String WAITING =
            "SELECT id FROM consultation WHERE team_id = ? AND stage = 1 LIMIT ? FOR UPDATE SKIP LOCKED";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Watch watch;

    @Inject
    private Consultations consultations;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /** Those who are away, and have taken consultations of a team. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Held> held(int most) {
        return watch.unwatched(most);
    }

    /**
     * Puts some of what somebody has taken back into the queue of its team, unless they are there again.
     *
     * @param most how many at most
     * @return how many there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int giveBack(Held held, int most) {
        if (!watch.isUnwatched(held)) {
            return 0;
        }
        Query some = entities.createNativeQuery(HELD)
                .setParameter(1, held.clinician())
                .setParameter(2, held.team())
                .setParameter(3, most);
        return queue(some, held.team(), UnwatchedReason.HOLDER_AWAY);
    }

    /** A team of which nobody is there, with something that waits; empty if there is none, or no other team to help. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Long> teams() {
        List<Staffing> all = watch.teams();
        return target(all).isEmpty()
                ? List.of()
                : all.stream()
                        .filter(team -> team.waiting() && !team.watched())
                        .map(Staffing::team)
                        .toList();
    }

    /** Gives some of what waits for a team to another one, unless somebody of it is there again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int passOn(long team, int most) {
        List<Staffing> all = watch.teams();
        boolean isWatched =
                all.stream().filter(Staffing::watched).map(Staffing::team).anyMatch(each -> each == team);
        Optional<Long> target = target(all);
        if (isWatched || target.isEmpty()) {
            return 0;
        }
        Query some = entities.createNativeQuery(WAITING).setParameter(1, team).setParameter(2, most);
        return queue(some, target.get(), UnwatchedReason.TEAM_AWAY);
    }

    /** The first one of which somebody is there; the intake comes first. */
    private static Optional<Long> target(List<Staffing> all) {
        return all.stream().filter(Staffing::watched).map(Staffing::team).findFirst();
    }

    private int queue(Query some, long team, UnwatchedReason reason) {
        List<?> found = some.getResultList();
        for (Object key : found) {
            Consultation consultation =
                    entities.find(Consultation.class, ((Number) key).longValue(), LockModeType.PESSIMISTIC_WRITE);
            Set<Long> concerned = new HashSet<>(List.of(consultation.teamKey(), team));
            consultation.handOver(team, clock.instant());
            consultations.changed(consultation, concerned);
            audit.fire(AuditEvent.of(AuditKind.CHANGE).on(consultation.id()).because(reason));
        }
        return found.size();
    }
}
