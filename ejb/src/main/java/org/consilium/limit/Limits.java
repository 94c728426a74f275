package org.consilium.limit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.consilium.cache.Rate;
import org.consilium.cache.RateLimiter;
import org.eclipse.microprofile.config.Config;

/** Counts uses against their limits. The rates are read at startup, so that a malformed one is found then. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Limits {

    @Inject
    private RateLimiter limiter;

    @Inject
    private Config config;

    private final Map<Limit, Rate> rates = new EnumMap<>(Limit.class);

    @PostConstruct
    void read() {
        for (Limit limit : Limit.values()) {
            rates.put(limit, Rate.of(config.getValue(limit.setting(), String.class)));
        }
    }

    /**
     * Counts one use.
     *
     * @throws LimitReachedException when the limit is reached; then the use does not count
     * @throws org.consilium.cache.CacheUnavailableException when Redis, which counts, does not answer
     */
    public void use(Limit limit, LimitSubject subject) {
        Duration wait = limiter.use(limit.code(), rate(limit), subject.countedAs());
        if (!wait.isZero()) {
            throw new LimitReachedException(limit, wait);
        }
    }

    /** Takes back a use that should not count after all. */
    public void giveBack(Limit limit, LimitSubject subject) {
        limiter.giveBack(limit.code(), rate(limit), subject.countedAs());
    }

    private Rate rate(Limit limit) {
        Rate rate = rates.get(limit);
        if (rate == null) {
            throw new IllegalStateException(limit + " has no rate");
        }
        return rate;
    }
}
