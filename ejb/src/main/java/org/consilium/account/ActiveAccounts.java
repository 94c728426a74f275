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

    boolean contains(long accountId) {
        Instant now = clock.instant();
        Instant seen = seenActive.get(accountId);
        if (seen != null && now.isBefore(seen.plus(TTL))) {
            return true;
        }
        boolean active = ask(accountId);
        remember(accountId, active, now);
        return active;
    }

    /** The next check asks the database. */
    public void forget(long accountId) {
        seenActive.remove(accountId);
    }

    private boolean ask(long accountId) {
        return !entities.createQuery("select a.key from Account a where a.key = :key and a.status = :active", Long.class)
                .setParameter("key", accountId)
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultList()
                .isEmpty();
    }

    private void remember(long accountId, boolean active, Instant now) {
        if (!active) {
            seenActive.remove(accountId);
            return;
        }
        if (seenActive.size() >= MAX_REMEMBERED) {
            seenActive.values().removeIf(seen -> now.isAfter(seen.plus(TTL)));
        }
        seenActive.put(accountId, now);
    }
}
