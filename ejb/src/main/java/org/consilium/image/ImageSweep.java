package org.consilium.image;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Clears away what uploads left behind: images whose sending or storing never ended, and images that no message was
 * sent with. Every node sweeps. The step to "discarded" has one winner, and removing something twice does no harm.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageSweep {

    /** Longer than the removal by whoever discarded it takes. */
    static final Duration REMOVAL_LASTS = Duration.ofHours(1);

    /** Time enough to finish writing a message. */
    static final Duration WAITING_LASTS = Duration.ofHours(24);

    private static final int BATCH = 200;

    /** What nobody has made part of a message. */
    private static final List<ImageStatus> LEFT = List.of(ImageStatus.AWAITED, ImageStatus.STORED, ImageStatus.REFUSED);

    @Inject
    private Images images;

    @Inject
    private ImageRemoval removal;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void sweep() {
        Instant now = clock.instant();
        boolean more = clear(ImageStatus.DISCARDED, now.minus(REMOVAL_LASTS), id -> true);
        for (ImageStatus status : LEFT) {
            more = more && clear(status, now.minus(WAITING_LASTS), images::discard);
        }
    }

    /** False when the object store is not available: the rest waits for the next sweep. */
    private boolean clear(ImageStatus status, Instant limit, Predicate<ImageId> take) {
        for (ImageId id : images.older(status, limit, BATCH)) {
            if (take.test(id) && !removal.remove(id)) {
                return false;
            }
        }
        return true;
    }
}
