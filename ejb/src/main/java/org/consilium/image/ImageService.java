package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limits;
import org.consilium.storage.StorageUnavailableException;

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
    private Limits limits;

    @Inject
    private UploadPlaces places;

    @Inject
    private PhotoLab lab;

    @Inject
    private Images images;

    @Inject
    private ImageObjects objects;

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
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredImage upload(InputStream content) {
        long owner = callers.get().accountId();
        limits.use(Limit.UPLOAD_ACCOUNT, String.valueOf(owner));
        return places.hold(() -> store(owner, lab.develop(content)));
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
     * A link that shows a rendition for the next five minutes to whoever has it: it is for the caller's page alone.
     *
     * @throws NotFoundException when there is no such image, or it is not complete
     * @throws ImagesUnavailableException when no link can be signed
     */
    @Requires(Action.SEE_IMAGE)
    public URI link(ImageId id, Rendition rendition) {
        if (!images.isLinkable(id)) {
            throw new NotFoundException();
        }
        try {
            return objects.link(id, rendition);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("no link can be signed", unavailable);
        }
    }

    /** Where links lead: the scheme, host and port that a page has to allow images from. */
    @Requires(Action.OPEN_PAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public URI origin() {
        return objects.origin();
    }

    /** Where browsers send photos: the scheme, host and port that a page has to be allowed to connect to. */
    @Requires(Action.OPEN_PAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public URI uploadOrigin() {
        return objects.uploadOrigin();
    }

    private StoredImage store(long owner, Photo photo) {
        StoredImage image = images.begin(owner, photo);
        boolean complete = false;
        try {
            objects.put(image.id(), photo);
            complete = images.complete(image.id());
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
