package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.imaging.PhotoFormat;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.Limits;
import org.consilium.limit.SignedInAccount;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.PartStore;
import org.consilium.storage.Protection;
import org.consilium.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in photos. A browser sends them straight to the object store: it gets a ticket, and tells when everything is
 * there; without JavaScript they come with the form. Both wait under {@code incoming/} for the same check. An image
 * waits for the message that it belongs to ({@link MessageImages}); one that no message gets is swept away.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageUploadService {

    private static final Logger LOG = Logger.getLogger(ImageUploadService.class.getName());
    private static final Duration TICKET_LIVES = Duration.ofMinutes(10);
    /** Most photos are checked within a second: then nobody has to ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Longer than it takes to put the parts together; a node that has died holds them up for so long. */
    private static final Duration CLAIM = Duration.ofSeconds(45);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @Inject
    private Callers callers;

    @Inject
    private Limits limits;

    @Inject
    private ImageUploads uploads;

    @Inject
    private ImageCheck check;

    @Inject
    private PartStore parts;

    @Inject
    private ObjectStore store;

    @Inject
    private ImageRemoval removal;

    @Inject
    private Images images;

    @Inject
    private DecodeSlots slots;

    @Inject
    private Clock clock;

    /**
     * Permission to send a photo for a consultation that is not opened yet.
     *
     * @throws ImagesUnavailableException when the object store is not there
     * @throws ImageRefusedException when what is to be sent cannot be a photo that is taken
     * @throws org.consilium.limit.LimitReachedException when the caller has sent too many in a short time
     */
    @Requires(Action.UPLOAD_IMAGE)
    public UploadTicket ticket(@Valid NewUpload photo) {
        return ticket(null, photo);
    }

    /** The same for a message in a consultation; the photo can be part of no other. */
    @Requires(Action.UPLOAD_IMAGE_INTO)
    public UploadTicket ticketInto(RecordId consultation, @Valid NewUpload photo) {
        return ticket(consultation.value(), photo);
    }

    private UploadTicket ticket(@Nullable String consultation, NewUpload photo) {
        if (!photo.isWhole()) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
        long owner = callers.get().accountKey();
        try {
            Optional<ImageUpload> before = uploads.unfinished(owner, consultation, photo);
            ImageUpload upload = before.orElseGet(() -> begin(owner, consultation, photo));
            Set<Integer> there = before.isPresent()
                    ? parts.stored(upload.objectKey(), upload.multipartId()).keySet()
                    : Set.of();
            List<Long> lengths = NewUpload.lengths(photo.bytes());
            return new UploadTicket(
                    upload.image(),
                    parts.sign(upload.objectKey(), upload.multipartId(), lengths, upload.partSha256(), TICKET_LIVES),
                    there);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("no upload can begin", unavailable);
        }
    }

    /**
     * Takes a photo that came with a form, for a consultation that is not opened yet; its check is still to come.
     *
     * @param content already on this node: a slow sender must not keep others waiting; at most
     *     {@link ImageService#MAX_BYTES} and one more are read, and the stream is left open
     * @throws ImageRefusedException if it is too large, or no photo at all
     * @throws ImagesUnavailableException if it cannot be stored just now
     * @throws org.consilium.limit.LimitReachedException if the caller has sent too many in a short time
     * @throws org.consilium.cache.CacheUnavailableException if it cannot be told how many
     */
    @Requires(Action.UPLOAD_IMAGE)
    @Limited(Limit.UPLOAD_ACCOUNT)
    public ImageId upload(InputStream content) {
        return upload(null, content);
    }

    /** The same for a message in a consultation; the photo can be part of no other. */
    @Requires(Action.UPLOAD_IMAGE_INTO)
    @Limited(Limit.UPLOAD_ACCOUNT)
    public ImageId uploadInto(RecordId consultation, InputStream content) {
        return upload(consultation.value(), content);
    }

    private ImageId upload(@Nullable String consultation, InputStream content) {
        long owner = callers.get().accountKey();
        ImageId id = slots.hold(() -> store(owner, consultation, PhotoProcessor.read(content)));
        check.request(id);
        return id;
    }

    private ImageId store(long owner, @Nullable String consultation, byte[] file) {
        PhotoFormat format = PhotoProcessor.format(file);
        String key = ImageUpload.nextKey();
        ImageId id = uploads.expect(owner, consultation, format, file, key);
        boolean stored = false;
        try {
            store.put(key, format.contentType(), file, Protection.STORE);
            stored = uploads.received(id);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the photo could not be stored", unavailable);
        } finally {
            if (!stored && images.discard(id)) {
                removal.remove(id);
            }
        }
        return id;
    }

    private ImageUpload begin(long owner, @Nullable String consultation, NewUpload photo) {
        // not @Limited: an upload that is resumed does not count again, which only the query before this tells
        limits.use(Limit.UPLOAD_ACCOUNT, new SignedInAccount(owner));
        String key = ImageUpload.nextKey();
        return uploads.expect(owner, consultation, photo, key, parts.begin(key, photo.contentType()));
    }

    /**
     * All parts of a photo have been sent: begins its check, and waits a moment for its end. To say so twice, or to two
     * nodes at once, changes nothing.
     *
     * @throws ImagesUnavailableException when the object store is not there
     * @throws NotFoundException when there is no such photo
     */
    @Requires(Action.FINISH_IMAGE)
    public UploadState complete(ImageId id) {
        if (uploads.state(id).step() == UploadState.Step.INCOMPLETE) {
            uploads.claim(id, ImageStatus.AWAITED, CLAIM)
                    .ifPresentOrElse(claimed -> complete(id, claimed), () -> awaitOther(id));
        }
        return uploads.state(id);
    }

    private void complete(ImageId id, ImageUploads.Pair claimed) {
        ImageUpload upload = claimed.upload();
        boolean whole = false;
        try {
            whole = parts.complete(
                    upload.objectKey(),
                    upload.multipartId(),
                    NewUpload.lengths(claimed.image().bytes()),
                    upload.partSha256());
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the photo could not be put together", unavailable);
        } finally {
            if (!whole) {
                uploads.giveBack(upload, Duration.ZERO);
            }
        }
        if (whole && uploads.received(id)) {
            awaitCheck(id);
        }
    }

    /** Another request, or another node, is putting the photo together. */
    private void awaitOther(ImageId id) {
        Instant end = clock.instant().plus(PATIENCE);
        while (uploads.isClaimed(id) && uploads.state(id).step() == UploadState.Step.INCOMPLETE) {
            if (clock.instant().isAfter(end)) {
                throw new ImagesUnavailableException("the photo is being put together elsewhere");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private void awaitCheck(ImageId id) {
        try {
            check.begin(id).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException later) {
            LOG.log(Level.FINE, "the check ends later", later);
        }
    }

    /** How far a photo has come. */
    @Requires(Action.FOLLOW_UPLOAD)
    public UploadState state(ImageId id) {
        return uploads.state(id);
    }
}
