package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.image.ImageId;
import org.consilium.image.ImageLifecycle;
import org.consilium.image.ImageObjects;
import org.consilium.storage.MultipartUploads;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;

/**
 * Removes discarded images: first the objects, then the row, so that the object store never holds an object without a
 * row. If the removal fails, the image stays discarded, and {@link ImageSweep} tries again.
 */
@ApplicationScoped
public class ImageRemoval {

    private static final Logger LOG = Logger.getLogger(ImageRemoval.class.getName());

    @Inject
    private ImageLifecycle lifecycle;

    @Inject
    private ImageObjects objects;

    @Inject
    private ImageUploads uploads;

    @Inject
    private MultipartUploads multipartUploads;

    @Inject
    private ObjectStore store;

    /**
     * Discards an image, as a person asks, and tries to remove it; false if a message contains it, or it is discarded
     * already.
     */
    boolean discard(ImageId id) {
        boolean discarded = lifecycle.discardAsAsked(id);
        if (discarded) {
            remove(id);
        }
        return discarded;
    }

    /** Removes a discarded image; false if the object store is not available. */
    boolean remove(ImageId id) {
        try {
            uploads.find(id).ifPresent(this::removeUpload);
            objects.delete(id);
        } catch (StorageUnavailableException unavailable) {
            LOG.log(Level.WARNING, "cannot remove a discarded image now, the next sweep will try again", unavailable);
            return false;
        }
        uploads.deleteDiscarded(id);
        return true;
    }

    private void removeUpload(ImageUpload upload) {
        if (upload.isMultipart()) {
            multipartUploads.abort(upload.objectKey(), upload.multipartId());
        }
        store.delete(List.of(upload.objectKey()));
    }
}
