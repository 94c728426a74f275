package org.consilium.image.upload;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.image.AnnouncedFile;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.ImageService;
import org.consilium.image.Images;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.UploadState;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.Limits;
import org.consilium.limit.NotLimited;
import org.consilium.limit.SignedInAccount;
import org.consilium.storage.MultipartUploads;
import org.consilium.storage.PartLinks;
import org.consilium.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Takes photos. With JavaScript, the browser sends a file straight to the object store: it gets a ticket, and reports
 * when all parts have been sent. Without JavaScript, the file comes with the form. In both cases it is stored under
 * {@code incoming/} until its check. The image can then become part of a message
 * ({@link org.consilium.image.MessageImages}); if it does not, {@link ImageSweep} removes it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageUploadService {

    private static final Duration TICKET_TTL = Duration.ofMinutes(10);

    @Inject
    private Callers callers;

    @Inject
    private Limits limits;

    @Inject
    private Images images;

    @Inject
    private ImageUploads uploads;

    @Inject
    private MultipartUploads multipartUploads;

    @Inject
    private PartLinks links;

    @Inject
    private UploadCompletion completion;

    @Inject
    private FormUploads formUploads;

    @Inject
    private ImageRemoval removal;

    @Inject
    private MetadataRemoval metadata;

    /**
     * Permits the caller to send a photo for a consultation that is not opened yet. If the caller has begun to send the
     * same photo before, the upload resumes.
     *
     * @throws ImagesUnavailableException if the object store is not available
     * @throws ImageRefusedException if the description does not fit a photo
     * @throws org.consilium.limit.LimitReachedException if the caller has sent too many photos in a short time
     */
    @Requires(Action.UPLOAD_IMAGE)
    @NotLimited("begin() counts, as an upload that is resumed does not count")
    public UploadTicket ticket(@Valid NewUpload photo) {
        return ticket(null, photo);
    }

    /** Does the same for a message in a consultation; the photo cannot become part of another consultation. */
    @Requires(Action.UPLOAD_IMAGE_INTO)
    @NotLimited("begin() counts, as an upload that is resumed does not count")
    public UploadTicket ticketInto(RecordId consultation, @Valid NewUpload photo) {
        return ticket(consultation.value(), photo);
    }

    private UploadTicket ticket(@Nullable String consultation, NewUpload photo) {
        if (!photo.hasChecksumOfEachPart()) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
        AnnouncedFile file = photo.announcedBy(callers.get().accountKey(), consultation);
        try {
            Optional<ImageUpload> incomplete = uploads.findIncomplete(file, photo.partSha256());
            ImageUpload upload = incomplete.orElseGet(() -> begin(file, photo));
            Set<Integer> stored = incomplete.isPresent()
                    ? multipartUploads
                            .storedParts(upload.objectKey(), upload.multipartId())
                            .keySet()
                    : Set.of();
            return new UploadTicket(
                    upload.image(),
                    links.sign(
                            upload.objectKey(),
                            upload.multipartId(),
                            NewUpload.lengths(photo.bytes()),
                            upload.partSha256(),
                            TICKET_TTL),
                    stored);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("an upload cannot be started", unavailable);
        }
    }

    private ImageUpload begin(AnnouncedFile file, NewUpload photo) {
        limits.use(Limit.UPLOAD_ACCOUNT, new SignedInAccount(file.ownerKey()));
        String key = ImageUpload.nextObjectKey();
        return uploads.announce(file, key, multipartUploads.begin(key, file.contentType()), photo.partSha256());
    }

    /**
     * Stores a photo that was sent with a form, for a consultation that is not opened yet; its check is pending.
     *
     * @param content must be on this node already, so that a slow sender does not keep others waiting; at most
     *     {@link ImageService#MAX_BYTES} and one more are read, and the stream is not closed
     * @param withoutMetadata whether the sender wants the metadata removed
     * @throws ImageRefusedException if the file is too large or in no supported format
     * @throws ImagesUnavailableException if the object store is not available, or this node is busy
     * @throws org.consilium.limit.LimitReachedException if the caller has sent too many photos in a short time
     * @throws org.consilium.cache.CacheUnavailableException if the limit cannot be checked
     */
    @Requires(Action.UPLOAD_IMAGE)
    @Limited(Limit.UPLOAD_ACCOUNT)
    public ImageId upload(InputStream content, boolean withoutMetadata) {
        return formUploads.store(callers.get().accountKey(), null, content, withoutMetadata);
    }

    /** Does the same for a message in a consultation; the photo cannot become part of another consultation. */
    @Requires(Action.UPLOAD_IMAGE_INTO)
    @Limited(Limit.UPLOAD_ACCOUNT)
    public ImageId uploadInto(RecordId consultation, InputStream content, boolean withoutMetadata) {
        return formUploads.store(callers.get().accountKey(), consultation.value(), content, withoutMetadata);
    }

    /**
     * Joins the parts of a photo after all of them have been sent, and waits a moment for its check. Repeating the
     * call, even on several nodes at once, has no effect.
     *
     * @throws ImagesUnavailableException if the object store is not available
     * @throws NotFoundException if there is no such photo
     */
    @Requires(Action.FINISH_IMAGE)
    @NotLimited("takes effect once for each upload, and those are limited")
    public UploadState complete(ImageId id) {
        completion.complete(id);
        return images.uploadState(id);
    }

    /**
     * Has the metadata removed from the original of a photo of the caller's that is not part of a message, whether its
     * upload has ended or not. Nothing happens to any other photo.
     *
     * @throws ImagesUnavailableException if the object store is not available, or this node is busy
     * @throws NotFoundException if there is no such photo
     */
    @Requires(Action.FINISH_IMAGE)
    @NotLimited("takes effect once for each upload, and those are limited")
    public void removeMetadata(ImageId id) {
        metadata.remove(id, callers.get().accountKey());
    }

    /** The progress of an upload. */
    @Requires(Action.FOLLOW_UPLOAD)
    public UploadState state(ImageId id) {
        return images.uploadState(id);
    }

    /**
     * Removes an image that is not part of a message.
     *
     * @throws NotFoundException if there is no such image
     */
    @Requires(Action.DISCARD_IMAGE)
    @NotLimited("takes effect once for each upload, and those are limited")
    public void discard(ImageId id) {
        if (!removal.discard(id)) {
            throw new NotFoundException();
        }
    }
}
