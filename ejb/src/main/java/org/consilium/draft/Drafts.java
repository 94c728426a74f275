package org.consilium.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.consilium.database.InstantConverter;
import org.consilium.secret.SecretKeys;

/** The repository of drafts. */
@ApplicationScoped
public class Drafts {
    /** Of one person, with empty ones: more than forms that anybody sends on a day and leaves in a month. */
    private static final long MAX_PER_ACCOUNT = 1000;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    Optional<SavedDraft> find(long accountKey, DraftPlace place) {
        return find(accountKey, place, LockModeType.NONE).map(draft -> draft.read(keys, clock.instant()));
    }

    /**
     * Saves a draft, unless it was saved or emptied since.
     *
     * @param base the version that the text began with; any if there is no draft
     * @return the version that it has now; empty if it was not saved
     */
    OptionalLong save(long accountKey, DraftPlace place, String text, long base) {
        Optional<Draft> found = find(accountKey, place, LockModeType.PESSIMISTIC_WRITE);
        if (found.isPresent() && found.get().version() != base) {
            return OptionalLong.empty();
        }
        Draft draft = found.orElseGet(() -> create(accountKey, place));
        draft.save(text, keys, clock.instant());
        return OptionalLong.of(draft.version());
    }

    /**
     * Empties a draft. Its row stays for its version, and is made if there is none: a save that was sent before, and
     * arrives late, must not bring back what has been sent.
     */
    void empty(long accountKey, DraftPlace place) {
        find(accountKey, place, LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> create(accountKey, place))
                .empty(clock.instant());
    }

    private Draft create(long accountKey, DraftPlace place) {
        long count = entities.createQuery("select count(d) from Draft d where d.accountKey = :account", Long.class)
                .setParameter("account", accountKey)
                .getSingleResult();
        if (count >= MAX_PER_ACCOUNT) {
            removeFirst(accountKey);
        }
        Draft draft = new Draft(accountKey, place, clock.instant());
        entities.persist(draft);
        return draft;
    }

    private void removeFirst(long accountKey) {
        entities.createNativeQuery("DELETE FROM draft WHERE account_id = ? ORDER BY expires_at LIMIT 1")
                .setParameter(1, accountKey)
                .executeUpdate();
    }

    private Optional<Draft> find(long accountKey, DraftPlace place, LockModeType lock) {
        return entities.createQuery(
                        "select d from Draft d where d.accountKey = :account and d.place = :place", Draft.class)
                .setParameter("account", accountKey)
                .setParameter("place", place.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /**
     * Removes some that have expired, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int removeExpired(int most) {
        return entities.createNativeQuery("DELETE FROM draft WHERE expires_at <= ? LIMIT ?")
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(clock.instant()))
                .setParameter(2, most)
                .executeUpdate();
    }
}
