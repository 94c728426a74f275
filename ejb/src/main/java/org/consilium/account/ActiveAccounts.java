package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which accounts are active, so that the database is asked at most every half minute for each. */
@ApplicationScoped
public class ActiveAccounts {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final int MAX_REMEMBERED = 50_000;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    private final Map<Long, Instant> seenActive = new ConcurrentHashMap<>();

    boolean contains(long accountKey) {
        Instant now = clock.instant();
        Instant seen = seenActive.get(accountKey);
        if (seen != null && now.isBefore(seen.plus(TTL))) {
            return true;
        }
        boolean active = ask(accountKey);
        remember(accountKey, active, now);
        return active;
    }

    /** The next check asks the database. */
    public void forget(long accountKey) {
        seenActive.remove(accountKey);
    }

    private boolean ask(long accountKey) {
        return !entities.createQuery(
                        "select a.key from Account a where a.key = :key and a.status = :active", Long.class)
                .setParameter("key", accountKey)
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultList()
                .isEmpty();
    }

    private void remember(long accountKey, boolean active, Instant now) {
        if (!active) {
            seenActive.remove(accountKey);
            return;
        }
        if (seenActive.size() >= MAX_REMEMBERED) {
            seenActive.values().removeIf(seen -> now.isAfter(seen.plus(TTL)));
        }
        seenActive.put(accountKey, now);
    }
}
