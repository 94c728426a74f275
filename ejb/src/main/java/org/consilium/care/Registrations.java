package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.account.Tokens;
import org.consilium.database.InstantConverter;

/** The repository of registrations that wait for the proof of their address, a day at most. */
@ApplicationScoped
public class Registrations {
    private static final Duration TTL = Duration.ofHours(24);

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    void add(Registration registration) {
        entities.persist(registration);
    }

    /** The one that a link belongs to; empty if there is none, or no longer. */
    Optional<Registration> find(String token) {
        return entities.createQuery(
                        "select r from Registration r where r.tokenHash = :hash and r.createdAt > :end",
                        Registration.class)
                .setParameter("hash", Tokens.hash(token))
                .setParameter("end", end())
                .getResultStream()
                .findFirst();
    }

    /**
     * Removes it, so that its link works once.
     *
     * @return whether it was still there
     */
    boolean remove(Registration confirmed) {
        return entities.createQuery("delete from Registration r where r.key = :key")
                        .setParameter("key", confirmed.key())
                        .executeUpdate()
                == 1;
    }

    /**
     * Removes some of those that nobody has confirmed in time, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int expire(int most) {
        return entities.createNativeQuery("DELETE FROM registration WHERE created_at <= ? LIMIT ?")
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(end()))
                .setParameter(2, most)
                .executeUpdate();
    }

    private Instant end() {
        return clock.instant().minus(TTL);
    }
}
