package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.Renditions;
import org.consilium.storage.EncryptionMode;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.ObjectLinks;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;

/** The objects of an image in the store: the original, as it was sent or without metadata, and its renditions. */
@ApplicationScoped
public class ImageObjects implements ImageOrigins {

    private static final Logger LOG = Logger.getLogger(ImageObjects.class.getName());

    /** Short, so that a link found later shows nothing (45 CFR 164.312(e)). */
    static final Duration LINK_TTL = Duration.ofMinutes(5);

    /** In bytes; no stored object is larger. */
    private static final int MAX_OBJECT_BYTES = 64 * 1024 * 1024;

    private static final String ORIGINAL = "original";

    @Inject
    private ObjectStore store;

    @Inject
    private ObjectLinks links;

    /**
     * Stores a photo and its renditions.
     *
     * @param file as it was sent, including its metadata
     * @param uploadKey the object that holds this file already
     * @throws StorageUnavailableException if the store does not confirm
     */
    public void store(ImageId id, ProcessedPhoto photo, byte[] file, String uploadKey, ObjectEncryption encryption) {
        byte[] original = Objects.requireNonNullElse(photo.original(), file);
        if (encryption.mode() == EncryptionMode.CLIENT || photo.original() != null) {
            store.put(key(id, ORIGINAL), photo.contentType(), original, encryption);
        } else {
            store.copy(uploadKey, key(id, ORIGINAL), photo.contentType(), encryption);
        }
        Renditions renditions = photo.renditions();
        store.put(key(id, Rendition.FULL), Rendition.CONTENT_TYPE, renditions.full(), encryption);
        store.put(key(id, Rendition.DISPLAY), Rendition.CONTENT_TYPE, renditions.display(), encryption);
        store.put(key(id, Rendition.THUMBNAIL), Rendition.CONTENT_TYPE, renditions.thumbnail(), encryption);
    }

    /**
     * The original of a stored image.
     *
     * @throws StorageUnavailableException if the store does not answer
     */
    public byte[] readOriginal(ImageId id, ObjectEncryption encryption) {
        return read(key(id, ORIGINAL), encryption);
    }

    /**
     * Replaces the original of a stored image by one without metadata.
     *
     * @throws StorageUnavailableException if the store does not confirm
     */
    public void replaceOriginal(ImageId id, ProcessedPhoto photo, ObjectEncryption encryption) {
        store.put(key(id, ORIGINAL), photo.contentType(), Objects.requireNonNull(photo.original()), encryption);
    }

    /**
     * Deletes all objects of an image.
     *
     * @throws StorageUnavailableException if some may be left; it is safe to try again
     */
    public void delete(ImageId id) {
        store.delete(Stream.concat(
                        Arrays.stream(Rendition.values()).map(rendition -> key(id, rendition)),
                        Stream.of(key(id, ORIGINAL)))
                .toList());
    }

    /**
     * A link to the thumbnail of a stored image, which works for five minutes, for anyone. The caller has checked who
     * gets it.
     *
     * @return empty if the store alone cannot show it, or the link cannot be signed now
     */
    public Optional<URI> thumbnailLink(ImageId id, EncryptionMode mode) {
        if (mode != EncryptionMode.STORE) {
            return Optional.empty();
        }
        try {
            return Optional.of(links.link(key(id, Rendition.THUMBNAIL), LINK_TTL, Rendition.CONTENT_TYPE));
        } catch (StorageUnavailableException unavailable) {
            LOG.log(Level.WARNING, unavailable, () -> "a link to a photo was not signed: " + unavailable.getMessage());
            return Optional.empty();
        }
    }

    ImageView view(ImageId id, Rendition rendition, ObjectEncryption encryption) {
        return view(key(id, rendition), Rendition.CONTENT_TYPE, encryption);
    }

    ImageView original(ImageId id, String contentType, ObjectEncryption encryption) {
        return view(key(id, ORIGINAL), contentType, encryption);
    }

    private ImageView view(String key, String contentType, ObjectEncryption encryption) {
        return encryption.allowsLinks()
                ? ImageView.of(contentType, links.link(key, LINK_TTL, contentType))
                : ImageView.of(contentType, read(key, encryption));
    }

    private byte[] read(String key, ObjectEncryption encryption) {
        return store.read(key, MAX_OBJECT_BYTES, encryption).orElseThrow(NotFoundException::new);
    }

    @Override
    public URI origin() {
        return links.linkOrigin();
    }

    @Override
    public URI uploadOrigin() {
        return links.storeOrigin();
    }

    private static String key(ImageId id, Rendition rendition) {
        return key(id, rendition.name().toLowerCase(Locale.ROOT));
    }

    private static String key(ImageId id, String name) {
        return id.value() + "/" + name;
    }
}
