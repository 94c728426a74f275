package org.consilium.image.upload;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.consilium.image.ImageId;
import org.consilium.image.ImageLifecycle;
import org.consilium.image.ImageStatus;
import org.consilium.image.Images;

/**
 * Removes images that never became part of a message, whether or not their upload was completed. Every node sweeps:
 * only one of them can discard an image, and removing it twice does no harm.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageSweep {

    /** Longer than the request that discarded an image needs to remove it. */
    static final Duration REMOVAL_TIMEOUT = Duration.ofHours(1);

    /** As long as the draft of a message is kept. */
    private static final Duration STORED_TTL = Duration.ofDays(30);

    /** Long enough to go on with an upload. */
    private static final Duration UNFINISHED_TTL = Duration.ofHours(24);

    private static final int BATCH = 200;

    /** How long images wait for their message. */
    private static final Map<ImageStatus, Duration> UNATTACHED = Map.of(
            ImageStatus.AWAITED, UNFINISHED_TTL,
            ImageStatus.STORED, STORED_TTL,
            ImageStatus.REFUSED, UNFINISHED_TTL);

    @Inject
    private Images images;

    @Inject
    private ImageLifecycle lifecycle;

    @Inject
    private ImageRemoval removal;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void sweep() {
        Instant now = clock.instant();
        boolean available = removeOlder(ImageStatus.DISCARDED, now.minus(REMOVAL_TIMEOUT), id -> true);
        for (Map.Entry<ImageStatus, Duration> waiting : UNATTACHED.entrySet()) {
            available = available && removeOlder(waiting.getKey(), now.minus(waiting.getValue()), lifecycle::discard);
        }
    }

    /** Returns false if the object store is not available: the rest waits for the next sweep. */
    private boolean removeOlder(ImageStatus status, Instant limit, Predicate<ImageId> discard) {
        for (ImageId id : images.olderThan(limit, status, BATCH)) {
            if (discard.test(id) && !removal.remove(id)) {
                return false;
            }
        }
        return true;
    }
}
