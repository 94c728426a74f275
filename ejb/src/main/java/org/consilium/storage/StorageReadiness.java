package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the object store answers; the store is called at most every two seconds. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {

    private static final Duration TTL = Duration.ofSeconds(2);

    @Inject
    private ObjectStore store;

    @Inject
    private Clock clock;

    private Result last = new Result(false, Instant.MIN);

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage").status(isAvailable()).build();
    }

    private synchronized boolean isAvailable() {
        if (!clock.instant().isBefore(last.expiry())) {
            boolean reachable = isReachable();
            last = new Result(reachable, clock.instant().plus(TTL));
        }
        return last.reachable();
    }

    private boolean isReachable() {
        try {
            store.check();
            return true;
        } catch (StorageUnavailableException unavailable) {
            return false;
        }
    }

    private record Result(boolean reachable, Instant expiry) {}
}
