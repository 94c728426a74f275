package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.PartStore;
import org.consilium.storage.StorageUnavailableException;

/**
 * Removes images that are marked as discarded: first the objects, then the row, so that nothing is left in the object
 * store that no row knows of. What cannot be removed now stays marked, and is removed by the next sweep.
 */
@ApplicationScoped
public class ImageRemoval {

    private static final Logger LOG = Logger.getLogger(ImageRemoval.class.getName());

    @Inject
    private ImageObjects objects;

    @Inject
    private Images images;

    @Inject
    private ImageUploads uploads;

    @Inject
    private PartStore parts;

    @Inject
    private ObjectStore store;

    private void removeSent(ImageUpload upload) {
        if (upload.isMultipart()) {
            parts.giveUp(upload.objectKey(), upload.multipartId());
        }
        store.delete(List.of(upload.objectKey()));
    }

    /** Whether the image is gone; if not, the object store is not available. */
    boolean remove(ImageId id) {
        try {
            uploads.find(id).ifPresent(this::removeSent);
            objects.delete(id);
        } catch (StorageUnavailableException unavailable) {
            LOG.log(Level.WARNING, "a discarded image is left for the next sweep", unavailable);
            return false;
        }
        images.forget(id);
        return true;
    }
}
