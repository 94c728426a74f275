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
import java.util.Map;
import org.consilium.cache.Rate;
import org.consilium.cache.RateLimiter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows how often what may be done; read at the start, so that a rate written wrongly is found then. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Limits {

    @Inject
    private RateLimiter limiter;

    @Inject
    @ConfigProperty(name = "consilium.limit.sign-in-account")
    private String signInAccount;

    @Inject
    @ConfigProperty(name = "consilium.limit.sign-in-address")
    private String signInAddress;

    @Inject
    @ConfigProperty(name = "consilium.limit.registration-address")
    private String registrationAddress;

    @Inject
    @ConfigProperty(name = "consilium.limit.upload-account")
    private String uploadAccount;

    private Map<Limit, Rate> rates = Map.of();

    @PostConstruct
    void read() {
        rates = Map.of(
                Limit.SIGN_IN_ACCOUNT, Rate.of(signInAccount),
                Limit.SIGN_IN_ADDRESS, Rate.of(signInAddress),
                Limit.REGISTRATION_ADDRESS, Rate.of(registrationAddress),
                Limit.UPLOAD_ACCOUNT, Rate.of(uploadAccount));
    }

    /**
     * Counts one use.
     *
     * @throws LimitReachedException when it has to wait; then it does not count
     * @throws org.consilium.cache.CacheUnavailableException when nobody can tell
     */
    public void use(Limit limit, String subject) {
        Duration wait = limiter.use(limit.code(), rate(limit), subject);
        if (!wait.isZero()) {
            throw new LimitReachedException(limit, wait);
        }
    }

    /** Takes back a use that turned out to be none. */
    public void giveBack(Limit limit, String subject) {
        limiter.giveBack(limit.code(), rate(limit), subject);
    }

    private Rate rate(Limit limit) {
        Rate rate = rates.get(limit);
        if (rate == null) {
            throw new IllegalStateException(limit + " has no rate");
        }
        return rate;
    }
}
