package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.image.ImageId;
import org.consilium.image.ImageStatus;
import org.consilium.image.Images;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.UploadState.Step;
import org.consilium.image.upload.UploadClaims.Claim;
import org.consilium.storage.MultipartUploads;
import org.consilium.storage.StorageUnavailableException;

/** Joins the parts that a browser has sent into one object, and waits a moment for its check. */
@ApplicationScoped
public class UploadCompletion {

    private static final Logger LOG = Logger.getLogger(UploadCompletion.class.getName());

    /** Most photos are checked within a second: the browser then need not ask again. */
    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(5);

    /** Longer than it takes to join the parts. The upload of a node that died waits for this long. */
    private static final Duration CLAIM_TTL = Duration.ofSeconds(45);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    @Inject
    private Images images;

    @Inject
    private ImageUploads uploads;

    @Inject
    private UploadClaims claims;

    @Inject
    private ImageCheck check;

    @Inject
    private MultipartUploads multipartUploads;

    @Inject
    private Clock clock;

    /**
     * Completes an upload, unless that has happened before.
     *
     * @throws ImagesUnavailableException if the object store is not available, or another node takes too long
     */
    void complete(ImageId id) {
        if (isIncomplete(id)) {
            claims.claim(id, ImageStatus.AWAITED, CLAIM_TTL)
                    .ifPresentOrElse(claim -> complete(id, claim), () -> awaitOther(id));
        }
    }

    private boolean isIncomplete(ImageId id) {
        return images.uploadState(id).step() == Step.INCOMPLETE;
    }

    private void complete(ImageId id, Claim claim) {
        ImageUpload upload = claim.upload();
        boolean received = false;
        try {
            boolean complete = multipartUploads.complete(
                    upload.objectKey(),
                    upload.multipartId(),
                    NewUpload.lengths(claim.file().bytes()),
                    upload.partSha256());
            received = complete && uploads.receive(id);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the parts of a photo cannot be joined", unavailable);
        } finally {
            if (!received) {
                claims.release(upload, Duration.ZERO);
            }
        }
        if (received) {
            awaitCheck(id);
        }
    }

    /** Waits for another request or another node, which is completing the same upload. */
    private void awaitOther(ImageId id) {
        Instant end = clock.instant().plus(WAIT_TIMEOUT);
        while (claims.isClaimed(id) && isIncomplete(id)) {
            if (clock.instant().isAfter(end)) {
                throw new ImagesUnavailableException("another request is still joining the parts of the photo");
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private void awaitCheck(ImageId id) {
        try {
            check.start(id).get(WAIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException later) {
            LOG.log(Level.FINE, "the check of a photo has not ended yet", later);
        }
    }
}
