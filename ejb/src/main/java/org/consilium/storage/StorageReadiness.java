package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the object store answers; asked at most once in two seconds, however often the probe comes. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    @Inject
    private ObjectStore store;

    @Inject
    private Clock clock;

    private Answer last = new Answer(false, Instant.MIN);

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage").status(answers()).build();
    }

    private synchronized boolean answers() {
        if (!clock.instant().isBefore(last.believedUntil())) {
            boolean answered = ask();
            last = new Answer(answered, clock.instant().plus(BELIEVED));
        }
        return last.given();
    }

    private boolean ask() {
        try {
            store.check();
            return true;
        } catch (StorageUnavailableException unavailable) {
            return false;
        }
    }

    private record Answer(boolean given, Instant believedUntil) {}
}
