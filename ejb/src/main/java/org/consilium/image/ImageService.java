package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.image.encryption.EncryptionPolicy;
import org.consilium.imaging.Rendition;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.StorageUnavailableException;

/** Shows photos to people who may see them. */
@Stateless
public class ImageService {

    public static final int MAX_PER_MESSAGE = 20;

    /** The size limit of one file. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;

    @Inject
    private DecodeSlots slots;

    @Inject
    private Images images;

    @Inject
    private ImageObjects objects;

    @Inject
    private EncryptionPolicy policy;

    @Inject
    private PhotoLooks looks;

    @Inject
    private Callers callers;

    /**
     * Shows a rendition: by a link that works for five minutes, or by its bytes if a link cannot show it.
     *
     * @throws NotFoundException if there is no such image, or it is not stored completely
     * @throws ImagesUnavailableException if the link cannot be signed, or the bytes cannot be read
     */
    @Requires(Action.SEE_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImageView view(ImageId id, Rendition rendition) {
        return show(id, (image, encryption) -> objects.view(id, rendition, encryption));
    }

    /**
     * Shows a rendition that a page of the caller has shown a moment ago, whose entry in the audit trail it belongs to.
     *
     * @param look of the page
     * @throws NotFoundException if the page was not the caller's, or is older; it can then be shown by {@link #view}
     * @throws ImagesUnavailableException if the link cannot be signed, or the bytes cannot be read
     */
    @Requires(Action.SEE_SHOWN_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImageView shown(ImageId id, Rendition rendition, String look) {
        if (!looks.isValid(look, id, callers.get())) {
            throw new NotFoundException();
        }
        return view(id, rendition);
    }

    /**
     * Shows the original in the same way: the file as it was sent, including the camera's metadata, as evidence, unless
     * the sender wanted the metadata removed. Every access is logged.
     *
     * @throws NotFoundException if there is no such image, or it is not stored completely, or its metadata is still to
     *     be removed
     * @throws ImagesUnavailableException if the link cannot be signed, or the bytes cannot be read
     */
    @Requires(Action.SEE_ORIGINAL_IMAGE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ImageView original(ImageId id) {
        return show(id, this::original);
    }

    private ImageView original(Image image, ObjectEncryption encryption) {
        if (image.has(OriginalMetadata.UNWANTED)) {
            throw new NotFoundException();
        }
        // without a link, the file, which may be large, passes through this node's memory
        return encryption.allowsLinks()
                ? objects.original(image.id(), image.contentType(), encryption)
                : slots.hold(() -> objects.original(image.id(), image.contentType(), encryption));
    }

    private ImageView show(ImageId id, BiFunction<Image, ObjectEncryption, ImageView> view) {
        Image image = images.findStored(id).orElseThrow(NotFoundException::new);
        try {
            return view.apply(image, policy.withKey(image.encryption()));
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the image cannot be shown", unavailable);
        }
    }
}
