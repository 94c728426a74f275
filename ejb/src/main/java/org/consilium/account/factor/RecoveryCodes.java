package org.consilium.account.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.secret.SecretKeys;

/** The repository of recovery codes. Each call belongs to the transaction of its caller, or has its own. */
@ApplicationScoped
@Transactional
public class RecoveryCodes {
    private static final int SET = 10;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private AccountLock lock;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    /**
     * Gives an account ten new codes; the ones before stop working.
     *
     * @return the codes as they are to be shown; they cannot be read later
     */
    public List<String> issue(long accountKey) {
        remove(accountKey);
        List<String> codes =
                Stream.generate(RecoveryText::random).distinct().limit(SET).toList();
        codes.forEach(code -> entities.persist(new RecoveryCode(accountKey, code, keys, clock.instant())));
        return codes.stream().map(RecoveryText::shown).toList();
    }

    /**
     * Uses a code, which works once in the cluster. The caller limits the attempts.
     *
     * @param typed in upper or lower case, with or without hyphen and spaces
     * @return whether it was one of those left
     */
    public boolean use(long accountKey, String typed) {
        return RecoveryText.read(typed)
                .flatMap(code -> find(accountKey, code))
                .map(this::isRemoved)
                .orElse(false);
    }

    private Optional<RecoveryCode> find(long accountKey, String code) {
        return entities.createQuery("select c from RecoveryCode c where c.accountKey = :account", RecoveryCode.class)
                .setParameter("account", accountKey)
                .getResultStream()
                .filter(left -> left.is(code, keys))
                .findFirst();
    }

    /** False if somebody else has used it at the same moment. */
    private boolean isRemoved(RecoveryCode used) {
        return entities.createQuery("delete from RecoveryCode c where c.key = :key")
                        .setParameter("key", used.key())
                        .executeUpdate()
                == 1;
    }

    /** How many can still be used. */
    public int left(long accountKey) {
        return entities.createQuery("select count(c.key) from RecoveryCode c where c.accountKey = :account", Long.class)
                .setParameter("account", accountKey)
                .getSingleResult()
                .intValue();
    }

    /** Removes all that are left. */
    public void remove(long accountKey) {
        lock.take(accountKey);
        entities.createQuery("delete from RecoveryCode c where c.accountKey = :account")
                .setParameter("account", accountKey)
                .executeUpdate();
    }
}
