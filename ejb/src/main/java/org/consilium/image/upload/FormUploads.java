package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.consilium.image.AnnouncedFile;
import org.consilium.image.DecodeSlots;
import org.consilium.image.ImageId;
import org.consilium.image.ImageLifecycle;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.platform.Digests;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/** Stores photos that were sent with a form, and requests their check. */
@ApplicationScoped
public class FormUploads {

    @Inject
    private ImageLifecycle lifecycle;

    @Inject
    private ImageUploads uploads;

    @Inject
    private ImageCheck check;

    @Inject
    private ImageRemoval removal;

    @Inject
    private ObjectStore store;

    @Inject
    private DecodeSlots slots;

    /**
     * Stores a file.
     *
     * @param consultation a public id; {@code null} if the consultation is not opened yet
     * @param withoutMetadata whether the sender wants the metadata removed
     * @throws org.consilium.image.ImageRefusedException if the file is too large or in no supported format
     * @throws ImagesUnavailableException if the object store is not available, or this node is busy
     */
    ImageId store(long owner, @Nullable String consultation, InputStream content, boolean withoutMetadata) {
        ImageId id = slots.hold(() -> {
            byte[] file = PhotoProcessor.read(content);
            String type = PhotoProcessor.format(file).contentType();
            return store(
                    new AnnouncedFile(owner, consultation, type, file.length, Digests.sha256Hex(file), withoutMetadata),
                    file);
        });
        check.request(id);
        return id;
    }

    private ImageId store(AnnouncedFile announced, byte[] file) {
        String key = ImageUpload.nextObjectKey();
        ImageId id = uploads.announce(announced, key);
        boolean stored = false;
        try {
            store.put(key, announced.contentType(), file, ObjectEncryption.BY_STORE);
            stored = uploads.receive(id);
        } catch (StorageUnavailableException unavailable) {
            throw new ImagesUnavailableException("a photo cannot be stored", unavailable);
        } finally {
            if (!stored && lifecycle.discard(id)) {
                removal.remove(id);
            }
        }
        return id;
    }
}
