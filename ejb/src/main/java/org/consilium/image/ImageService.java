package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import org.consilium.access.Action;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.imaging.Rendition;
import org.consilium.storage.Protection;
import org.consilium.storage.StorageUnavailableException;

/** Shows photos by links, and discards those that no message has. */
@Stateless
public class ImageService {

    public static final int MAX_PER_MESSAGE = 20;

    /** The largest file, in bytes. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;

    @Inject
    private DecodeSlots slots;

    @Inject
    private Images images;

    @Inject
    private ImageObjects objects;

    @Inject
    private ImageProtection protection;

    @Inject
    private ImageRemoval removal;

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
                        ? slots.hold(() -> objects.original(id, image.contentType(), protection))
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
}
