package org.consilium.account.reset;

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
import org.jspecify.annotations.Nullable;

/** The repository of links to choose another password, which are good for an hour. */
@ApplicationScoped
public class PasswordResets {
    private static final Duration TTL = Duration.ofHours(1);

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    void add(@Nullable Long accountKey, String token) {
        entities.persist(new PasswordReset(accountKey, token, clock.instant()));
    }

    /** The account that a link is for; empty if it is unknown, used, or too old. */
    Optional<Long> find(String token) {
        return entities.createQuery(
                        "select r.accountKey from PasswordReset r"
                                + " where r.tokenHash = :hash and r.createdAt > :end and r.accountKey is not null",
                        Long.class)
                .setParameter("hash", Tokens.hash(token))
                .setParameter("end", end())
                .getResultStream()
                .findFirst();
    }

    /**
     * Removes all links of an account.
     *
     * @return how many there were
     */
    public int removeAll(long accountKey) {
        return entities.createQuery("delete from PasswordReset r where r.accountKey = :account")
                .setParameter("account", accountKey)
                .executeUpdate();
    }

    /**
     * Removes some that are too old, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int expire(int most) {
        return entities.createNativeQuery("DELETE FROM password_reset WHERE created_at <= ? LIMIT ?")
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(end()))
                .setParameter(2, most)
                .executeUpdate();
    }

    private Instant end() {
        return clock.instant().minus(TTL);
    }
}
