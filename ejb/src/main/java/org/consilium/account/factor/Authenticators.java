package org.consilium.account.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.secret.SecretKeys;

/**
 * The repository of authenticators. An account has one at most, and possibly another one that is being set up and will
 * replace it. Each call belongs to the transaction of its caller, or has its own.
 */
@ApplicationScoped
@Transactional
public class Authenticators {
    private static final Logger LOG = Logger.getLogger(Authenticators.class.getName());
    private static final String CONFIRMED = "a.confirmedAt is not null";
    private static final String BEGUN = "a.confirmedAt is null";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private AccountLock lock;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    /**
     * Begins to set one up, in place of one that was begun before. One that is in use stays so until this is confirmed.
     */
    public TotpSecret begin(long accountKey) {
        lock.take(accountKey);
        delete(accountKey, BEGUN);
        TotpSecret secret = TotpSecret.random();
        entities.persist(new Authenticator(accountKey, secret, keys, clock.instant()));
        return secret;
    }

    /** The secret of the one that is being set up, to show it again after a wrong code. */
    public Optional<TotpSecret> begun(long accountKey) {
        return find(accountKey, BEGUN).flatMap(this::secret);
    }

    /**
     * Puts the one that is being set up into use, in place of the one before.
     *
     * @param code that its app shows, which does not count again
     * @return whether the code is right
     */
    public boolean confirm(long accountKey, String code) {
        lock.take(accountKey);
        Optional<Authenticator> begun = find(accountKey, BEGUN);
        OptionalLong step = step(begun, code);
        if (begun.isEmpty() || step.isEmpty()) {
            return false;
        }
        delete(accountKey, CONFIRMED);
        begun.get().confirm(step.getAsLong(), clock.instant());
        return true;
    }

    /** Whether the account has one in use. */
    public boolean isSetUp(long accountKey) {
        return find(accountKey, CONFIRMED).isPresent();
    }

    /**
     * Uses a code. It counts once in the cluster (RFC 6238, section 5.2; NIST SP 800-63B-4, section 3.1.4.2), and no
     * earlier one counts after it. The secret is then encrypted with the first of the keys, so that the others are no
     * longer needed once everybody has signed in. The caller limits the attempts.
     *
     * @return whether the code is right, and had not been used
     */
    public boolean use(long accountKey, String code) {
        Optional<Authenticator> found = find(accountKey, CONFIRMED);
        OptionalLong step = step(found, code);
        return found.isPresent() && step.isPresent() && isFirst(found.get(), step.getAsLong());
    }

    private boolean isFirst(Authenticator found, long step) {
        TotpSecret secret = secret(found).orElseThrow();
        return entities.createQuery("update Authenticator a set a.lastStep = :step, a.secret = :secret"
                                + " where a.key = :key and " + CONFIRMED + " and a.lastStep < :step")
                        .setParameter("step", step)
                        .setParameter("secret", found.encrypted(secret, keys))
                        .setParameter("key", found.key())
                        .executeUpdate()
                == 1;
    }

    /** Removes the one in use, and the one that is being set up. */
    public void remove(long accountKey) {
        lock.take(accountKey);
        delete(accountKey, CONFIRMED);
        delete(accountKey, BEGUN);
    }

    private Optional<Authenticator> find(long accountKey, String condition) {
        return entities.createQuery(
                        "select a from Authenticator a where a.accountKey = :account and " + condition,
                        Authenticator.class)
                .setParameter("account", accountKey)
                .getResultStream()
                .findFirst();
    }

    private void delete(long accountKey, String condition) {
        entities.createQuery("delete from Authenticator a where a.accountKey = :account and " + condition)
                .setParameter("account", accountKey)
                .executeUpdate();
    }

    private OptionalLong step(Optional<Authenticator> authenticator, String code) {
        return authenticator
                .flatMap(this::secret)
                .map(secret -> Totp.step(secret, code, clock.instant()))
                .orElse(OptionalLong.empty());
    }

    private Optional<TotpSecret> secret(Authenticator authenticator) {
        Optional<TotpSecret> secret = authenticator.secret(keys);
        if (secret.isEmpty()) {
            LOG.log(
                    Level.SEVERE,
                    "an authenticator cannot be used: the key in consilium.secret.keys that encrypted it is gone");
        }
        return secret;
    }
}
