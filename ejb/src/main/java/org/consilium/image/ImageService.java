package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.storage.Protection;
import org.consilium.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the photos that people send and gives out links to them. An image waits here for the message that it belongs
 * to ({@link MessageImages}); one that no message comes for is swept away.
 */
@Stateless
public class ImageService {

    public static final int MAX_PER_MESSAGE = 20;

    /** The largest file, in bytes. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;

    @Inject
    private Callers callers;

    @Inject
    private UploadPlaces places;

    @Inject
    private PhotoLab lab;

    @Inject
    private Images images;

    @Inject
    private ImageObjects objects;

    @Inject
    private ImageProtection protection;

    @Inject
    private ImageRemoval removal;

    /**
     * Checks a photo by its content, stores it with its renditions, and keeps it for a message of the caller. When it
     * returns the image is complete; when it throws nothing is left of it.
     *
     * @param content JPEG, PNG or WebP, already on this node: a slow sender must not keep others waiting; at most
     *     {@link #MAX_BYTES} and one more are read, and the stream is left open
     * @throws ImageRefusedException when it is not such a photo, or too large
     * @throws ImagesUnavailableException when it cannot be stored just now
     * @throws org.consilium.limit.LimitReachedException when the caller has sent too many in a short time
     * @throws org.consilium.cache.CacheUnavailableException when nobody can tell how many
     */
    @Requires(Action.UPLOAD_IMAGE)
    @Limited(Limit.UPLOAD_ACCOUNT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredImage upload(InputStream content) {
        return upload(null, content);
    }

    /** The same for a message in a consultation; the photo can be part of no other. */
    @Requires(Action.UPLOAD_IMAGE_INTO)
    @Limited(Limit.UPLOAD_ACCOUNT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredImage uploadInto(RecordId consultation, InputStream content) {
        return upload(consultation.value(), content);
    }

    private StoredImage upload(@Nullable String consultation, InputStream content) {
        long owner = callers.get().accountKey();
        return places.hold(() -> store(owner, consultation, lab.develop(content)));
    }

    /**
     * Removes an image of the caller's that is not part of a message.
     *
     * @throws NotFoundException when there is no such image
     */
    @Requires(Action.DISCARD_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void discard(ImageId id) {
        if (!images.discard(id)) {
            throw new NotFoundException();
        }
        removal.remove(id);
    }

    /**
     * Shows a rendition: by a link that is good for the next five minutes and for the caller's page alone, or by the
     * image itself where no link can lead to it.
     *
     * @throws NotFoundException when there is no such image, or it is not complete
     * @throws ImagesUnavailableException when no link can be signed, or the image cannot be fetched
     */
    @Requires(Action.SEE_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImageView view(ImageId id, Rendition rendition) {
        return look(id, (image, protection) -> objects.view(id, rendition, protection));
    }

    /**
     * Shows what was sent, byte for byte, in the same way: evidence, with all that the camera wrote into it. Each look
     * is noted.
     *
     * @throws NotFoundException when there is no such image, or it is not complete
     * @throws ImagesUnavailableException when no link can be signed, or the image cannot be fetched
     */
    @Requires(Action.SEE_ORIGINAL_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImageView original(ImageId id) {
        // it may be large, and where no link leads to it, it passes through this node's memory
        return look(
                id,
                (image, protection) -> protection.isOursToShow()
                        ? places.hold(() -> objects.original(id, image.contentType(), protection))
                        : objects.original(id, image.contentType(), protection));
    }

    private ImageView look(ImageId id, BiFunction<Image, Protection, ImageView> way) {
        Image image = images.shown(id).orElseThrow(NotFoundException::new);
        try {
            return way.apply(image, protection.of(image.safekeeping()));
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the image cannot be shown", unavailable);
        }
    }

    private StoredImage store(long owner, @Nullable String consultation, Photo photo) {
        StoredImage image = images.begin(owner, consultation, photo);
        boolean complete = false;
        try {
            Safekeeping kept = protection.next(owner, consultation);
            objects.put(image.id(), photo, protection.of(kept));
            complete = images.complete(image.id(), kept);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the photo could not be stored", unavailable);
        } finally {
            if (!complete) {
                images.abandon(image.id());
                removal.remove(image.id());
            }
        }
        if (!complete) {
            throw new ImagesUnavailableException("storing took so long that the photo was swept away");
        }
        return image;
    }
}
