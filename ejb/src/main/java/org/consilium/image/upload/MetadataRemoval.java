package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.image.DecodeSlots;
import org.consilium.image.ImageId;
import org.consilium.image.ImageLifecycle;
import org.consilium.image.ImageObjects;
import org.consilium.image.Images;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.encryption.EncryptionPolicy;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.StorageUnavailableException;

/**
 * Removes the metadata from originals whose senders ask for it after the upload. {@link ImageCheck} removes it from all
 * others. From the request on, nobody sees an original with its metadata.
 */
@ApplicationScoped
public class MetadataRemoval {

    @Inject
    private Images images;

    @Inject
    private ImageLifecycle lifecycle;

    @Inject
    private ImageObjects objects;

    @Inject
    private EncryptionPolicy policy;

    @Inject
    private PhotoProcessor processor;

    @Inject
    private DecodeSlots slots;

    /**
     * Has the metadata removed of a photo that is in no message yet: now if the original is stored, otherwise by the
     * check.
     *
     * @throws ImagesUnavailableException if the object store is not available, or this node is busy
     */
    void remove(ImageId id, long sender) {
        if (lifecycle.declineMetadata(id, sender)) {
            slots.hold(() -> {
                replaceOriginal(id);
                return id;
            });
        }
    }

    private void replaceOriginal(ImageId id) {
        try {
            ObjectEncryption encryption = policy.withKey(images.encryption(id));
            ProcessedPhoto photo = processor.process(objects.readOriginal(id, encryption), true);
            objects.replaceOriginal(id, photo, encryption);
            lifecycle.replaceOriginal(id, photo);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("the metadata of a photo cannot be removed", unavailable);
        }
    }
}
