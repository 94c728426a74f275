package org.consilium.image;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.platform.Digests;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.Protection;
import org.consilium.storage.StorageUnavailableException;

/**
 * Checks photos that were sent straight to the object store, and makes what is shown of them: until then nobody sees
 * anything. Each is checked once in the cluster; what a node has left undone, another finds.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageCheck {

    private static final Logger LOG = Logger.getLogger(ImageCheck.class.getName());
    /** Longer than any check takes on nodes whose clocks differ; a node that has died holds one up for so long. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 3;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private ImageUploads uploads;

    @Inject
    private ImageObjects objects;

    @Inject
    private ObjectStore store;

    @Inject
    private ImageProtection protection;

    @Inject
    private PhotoProcessor processor;

    @Inject
    private DecodeSlots slots;

    /** Begins to check a photo; the answer comes when it is over, in whichever way. */
    public Future<?> begin(ImageId id) {
        return threads.submit(() -> checkInSlot(id));
    }

    /** The same for a caller who does not wait for the answer; the timer takes up what this node is too busy for. */
    public void request(ImageId id) {
        try {
            threads.execute(() -> checkInSlot(id));
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.FINE, "a photo waits for its check", busy);
        }
    }

    /** What nobody is checking: its node has died, was busy, or the object store was away. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void takeUp() {
        for (ImageId id : uploads.unchecked(BATCH)) {
            try {
                checkInSlot(id);
            } catch (ImagesUnavailableException | RejectedExecutionException busy) {
                LOG.log(Level.FINE, "photos wait for their check", busy);
                return;
            }
        }
    }

    private void checkInSlot(ImageId id) {
        slots.hold(() -> {
            check(id);
            return id;
        });
    }

    private void check(ImageId id) {
        uploads.claim(id, ImageStatus.RECEIVED, CLAIM).ifPresent(claimed -> {
            try {
                if (claimed.upload().attempts() > MOST_ATTEMPTS) {
                    throw new ImageRefusedException(Reason.TRUNCATED);
                }
                byte[] file = received(claimed);
                store(id, processor.process(file), file, claimed);
            } catch (ImageRefusedException refused) {
                uploads.refuse(id, refused.reason());
                discard(claimed.upload());
            } catch (StorageUnavailableException | ImagesUnavailableException | IllegalStateException ours) {
                LOG.log(Level.WARNING, "a photo is checked later", ours);
                uploads.giveBack(claimed.upload(), PAUSE);
            }
        });
    }

    private byte[] received(ImageUploads.Pair claimed) {
        Image image = claimed.image();
        byte[] file = store.read(claimed.upload().objectKey(), (int) ImageService.MAX_BYTES + 1, Protection.STORE)
                .orElseThrow(() -> new ImageRefusedException(Reason.TRUNCATED));
        if (file.length != image.bytes() || !Digests.sha256Hex(file).equals(image.sha256())) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
        return file;
    }

    private void store(ImageId id, ProcessedPhoto photo, byte[] file, ImageUploads.Pair claimed) {
        Image image = claimed.image();
        Safekeeping kept = protection.next(image.ownerId(), image.consultationId());
        objects.keep(id, photo, file, claimed.upload().objectKey(), protection.of(kept));
        if (!uploads.accept(id, photo, kept) && !uploads.isWanted(id)) {
            objects.delete(id);
        }
        discard(claimed.upload());
    }

    /** What is left there when that fails, expires there. */
    private void discard(ImageUpload upload) {
        try {
            store.delete(List.of(upload.objectKey()));
        } catch (StorageUnavailableException unavailable) {
            LOG.log(Level.FINE, "left for the store's own rules", unavailable);
        }
    }
}
