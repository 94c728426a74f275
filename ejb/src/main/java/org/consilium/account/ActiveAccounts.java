package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consilium.cache.NodeMemory;

/** Remembers which accounts are active, so that the database is asked at most every half minute for each. */
@ApplicationScoped
public class ActiveAccounts {

    private static final Duration TTL = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, Boolean> seenActive = new NodeMemory<>(TTL);

    boolean contains(long accountKey) {
        return seenActive.find(accountKey, clock).orElseGet(() -> check(accountKey));
    }

    private boolean check(long accountKey) {
        Instant now = clock.instant();
        boolean active = ask(accountKey);
        if (active) {
            seenActive.remember(accountKey, true, now);
        }
        return active;
    }

    /** The next check asks the database. */
    public void forget(long accountKey) {
        seenActive.forget(accountKey);
    }

    private boolean ask(long accountKey) {
        return !entities.createQuery(
                        "select a.key from Account a where a.key = :key and a.status = :active", Long.class)
                .setParameter("key", accountKey)
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultList()
                .isEmpty();
    }
}
