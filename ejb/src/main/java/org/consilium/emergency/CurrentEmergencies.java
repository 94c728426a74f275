package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.cache.NodeMemory;

/**
 * Remembers who has an emergency access open, so that pages can say so without asking the database each time: to show
 * it, and not to decide what somebody may see.
 */
@ApplicationScoped
public class CurrentEmergencies {

    private static final Duration TTL = Duration.ofSeconds(30);

    @Inject
    private Emergencies emergencies;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, Optional<OpenEmergency>> seen = new NodeMemory<>(TTL);

    /** The one of a clinician that is open, as it was within the last half minute. */
    public Optional<OpenEmergency> of(long clinicianKey) {
        return seen.find(clinicianKey, clock)
                .orElseGet(() -> load(clinicianKey))
                .filter(open -> open.isOpen(clock.instant()));
    }

    private Optional<OpenEmergency> load(long clinicianKey) {
        Instant now = clock.instant();
        Optional<OpenEmergency> found = emergencies.open(clinicianKey);
        seen.remember(clinicianKey, found, now);
        return found;
    }

    /** The next page asks the database. */
    public void forget(long clinicianKey) {
        seen.forget(clinicianKey);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EmergencyChanged change) {
        forget(change.clinicianKey());
    }
}
