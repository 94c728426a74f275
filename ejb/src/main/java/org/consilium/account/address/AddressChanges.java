package org.consilium.account.address;

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

/** The repository of links that prove another address, which are good for a day. */
@ApplicationScoped
public class AddressChanges {
    private static final Duration TTL = Duration.ofHours(24);

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Adds a link in place of those before. */
    void replace(AddressChange change) {
        removeAll(change.accountKey());
        entities.persist(change);
    }

    /** What a link is for; empty if it is unknown, used, replaced, or too old, or after too many wrong passwords. */
    Optional<AddressChange> find(String token) {
        return entities.createQuery(
                        "select c from AddressChange c where c.tokenHash = :hash and c.createdAt > :end"
                                + " and c.available = true and c.tries < :most",
                        AddressChange.class)
                .setParameter("hash", Tokens.hash(token))
                .setParameter("end", end())
                .setParameter("most", AddressChange.MAX_TRIES)
                .getResultStream()
                .findFirst();
    }

    /** Counts a password that is entered at a link; false if there were too many already. */
    boolean count(AddressChange change) {
        return entities.createQuery("update AddressChange c set c.tries = c.tries + 1"
                                + " where c.key = :key and c.tries < :most")
                        .setParameter("key", change.key())
                        .setParameter("most", AddressChange.MAX_TRIES)
                        .executeUpdate()
                == 1;
    }

    /** Removes all links of an account. */
    void removeAll(long accountKey) {
        int unused = entities.createQuery("delete from AddressChange c where c.accountKey = :account")
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
        return entities.createNativeQuery("DELETE FROM address_change WHERE created_at <= ? LIMIT ?")
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(end()))
                .setParameter(2, most)
                .executeUpdate();
    }

    private Instant end() {
        return clock.instant().minus(TTL);
    }
}
