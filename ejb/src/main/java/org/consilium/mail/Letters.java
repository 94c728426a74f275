package org.consilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.database.InstantConverter;

/** The letters in the outbox, each step in a transaction of its own. */
@ApplicationScoped
public class Letters {
    private static final String NEXT = "SELECT id FROM letter WHERE due_at <= ? ORDER BY due_at LIMIT 1"
            // those that other nodes take at this moment are no reason to wait
            + " FOR UPDATE SKIP LOCKED";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Takes a letter that is due, so that no other node does.
     *
     * @param length of an attempt, after which another node may take it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Letter> take(Duration length) {
        Instant now = clock.instant();
        List<?> keys = entities.createNativeQuery(NEXT)
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(now))
                .getResultList();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Letter letter = entities.find(Letter.class, ((Number) keys.get(0)).longValue());
        letter.attempt(now, length);
        return Optional.of(letter);
    }

    /** Deletes a letter that was sent, unless another node has taken it since. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean remove(Letter sent) {
        return entities.createQuery("delete from Letter l where l.key = :key and l.version = :version")
                        .setParameter("key", sent.key())
                        .setParameter("version", sent.version())
                        .executeUpdate()
                == 1;
    }

    /** Puts off a letter that could not be sent, or gives it up, unless another node has taken it since. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(Letter letter, LetterFailure why) {
        Letter stored = entities.find(Letter.class, letter.key(), LockModeType.PESSIMISTIC_WRITE);
        if (stored != null && stored.version() == letter.version()) {
            stored.fail(why, clock.instant());
        }
    }

    /** Those that were given up, the newest first. */
    List<Letter> undelivered(int most) {
        return entities.createQuery("select l from Letter l where l.dueAt is null order by l.key desc", Letter.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** One that was given up. */
    Optional<Letter> find(LetterId id) {
        return query(id).getResultStream().findFirst();
    }

    Letter get(LetterId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** Locks one that was given up until the transaction ends; does nothing if there is none. */
    void lock(LetterId id) {
        List<Letter> unused =
                query(id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Letter> query(LetterId id) {
        return entities.createQuery("select l from Letter l where l.publicId = :id and l.dueAt is null", Letter.class)
                .setParameter("id", id.value());
    }

    void discard(Letter letter) {
        entities.remove(letter);
    }
}
