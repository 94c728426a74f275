package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.consilium.trail.verify.Report;

/** The checks of the trail. */
@ApplicationScoped
public class TrailChecks {
    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Event<CheckRequested> requested;

    @Inject
    private Clock clock;

    Optional<TrailCheck> last() {
        return entities.createQuery("select c from TrailCheck c order by c.key desc", TrailCheck.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Begins one in the background; nothing happens while one is running. */
    void begin(long requester) {
        if (last().filter(check -> check.isRunning(clock.instant())).isEmpty()) {
            TrailCheck check = new TrailCheck(requester, clock.instant());
            entities.persist(check);
            entities.flush();
            requested.fire(new CheckRequested(check.key()));
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void goOn(long key, long entries) {
        locked(key).goOn(entries, clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void end(long key, Report report) {
        locked(key).end(report, clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(long key) {
        locked(key).fail(clock.instant());
    }

    private TrailCheck locked(long key) {
        return Objects.requireNonNull(entities.find(TrailCheck.class, key, LockModeType.PESSIMISTIC_WRITE));
    }
}
