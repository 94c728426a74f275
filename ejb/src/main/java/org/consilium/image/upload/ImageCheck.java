package org.consilium.image.upload;

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
import org.consilium.image.AnnouncedFile;
import org.consilium.image.DecodeSlots;
import org.consilium.image.ImageId;
import org.consilium.image.ImageObjects;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.ImageService;
import org.consilium.image.ImageStatus;
import org.consilium.image.Images;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.encryption.EncryptionPolicy;
import org.consilium.image.encryption.ImageEncryption;
import org.consilium.image.upload.UploadClaims.Claim;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.platform.Digests;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;

/**
 * Checks uploaded files and creates their renditions; nobody sees an image before. Only one node of the cluster checks
 * a file at a time. If that node dies, another one checks the file later.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageCheck {

    private static final Logger LOG = Logger.getLogger(ImageCheck.class.getName());

    /** Longer than a check on nodes with different clocks. The file of a node that died waits for this long. */
    private static final Duration CLAIM_TTL = Duration.ofMinutes(3);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(10);
    private static final int BATCH = 20;
    private static final int MAX_ATTEMPTS = 3;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private ImageUploads uploads;

    @Inject
    private UploadClaims claims;

    @Inject
    private Images images;

    @Inject
    private ImageObjects objects;

    @Inject
    private ObjectStore store;

    @Inject
    private EncryptionPolicy policy;

    @Inject
    private PhotoProcessor processor;

    @Inject
    private DecodeSlots slots;

    /** Starts the check of a file; the future ends with it, whatever its result. */
    public Future<?> start(ImageId id) {
        return threads.submit(() -> checkInSlot(id));
    }

    /** Starts the check of a file without a result. If this node is too busy, the timer starts the check later. */
    public void request(ImageId id) {
        try {
            threads.execute(() -> checkInSlot(id));
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.FINE, "this node is busy, a photo will be checked later", busy);
        }
    }

    /** Checks files that no node is checking: a node has died or was busy, or the object store was not available. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void checkWaiting() {
        for (ImageId id : uploads.findUnchecked(BATCH)) {
            try {
                checkInSlot(id);
            } catch (ImagesUnavailableException | RejectedExecutionException busy) {
                LOG.log(Level.FINE, "this node is busy, photos will be checked later", busy);
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
        claims.claim(id, ImageStatus.RECEIVED, CLAIM_TTL).ifPresent(claim -> {
            try {
                if (claim.upload().attempts() > MAX_ATTEMPTS) {
                    throw new ImageRefusedException(Reason.TRUNCATED);
                }
                byte[] file = read(claim);
                store(id, processor.process(file, claim.file().withoutMetadata()), file, claim);
            } catch (ImageRefusedException refused) {
                uploads.refuse(id, refused.reason());
                delete(claim.upload());
            } catch (StorageUnavailableException | ImagesUnavailableException | IllegalStateException temporary) {
                LOG.log(Level.WARNING, "cannot check a photo now, it will be checked later", temporary);
                claims.release(claim.upload(), RETRY_DELAY);
            }
        });
    }

    private byte[] read(Claim claim) {
        byte[] file = store.read(
                        claim.upload().objectKey(), (int) ImageService.MAX_BYTES + 1, ObjectEncryption.BY_STORE)
                .orElseThrow(() -> new ImageRefusedException(Reason.TRUNCATED));
        if (file.length != claim.file().bytes()
                || !Digests.sha256Hex(file).equals(claim.file().sha256())) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
        return file;
    }

    private void store(ImageId id, ProcessedPhoto photo, byte[] file, Claim claim) {
        AnnouncedFile announced = claim.file();
        ImageEncryption encryption = policy.forNewImage(announced.ownerKey(), announced.consultation());
        objects.store(id, photo, file, claim.upload().objectKey(), policy.withKey(encryption));
        if (!uploads.accept(id, photo, encryption)) {
            if (images.announcedFile(id, ImageStatus.RECEIVED).isPresent()) {
                // the sender has decided otherwise about the metadata meanwhile: once more, over the same objects
                claims.release(claim.upload(), Duration.ZERO);
                request(id);
                return;
            }
            if (!images.isWanted(id)) {
                objects.delete(id);
            }
        }
        delete(claim.upload());
    }

    /** Deletes the uploaded object. If that fails, the lifecycle rule of the bucket deletes it. */
    private void delete(ImageUpload upload) {
        try {
            store.delete(List.of(upload.objectKey()));
        } catch (StorageUnavailableException unavailable) {
            LOG.log(Level.FINE, "cannot delete an uploaded object, the bucket's rules will", unavailable);
        }
    }
}
