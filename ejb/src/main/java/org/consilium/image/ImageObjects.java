package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;

/** What the object store holds of an image: the original byte for byte, and its renditions, each under its own key. */
@ApplicationScoped
public class ImageObjects {

    /** 45 CFR 164.312(e): whoever finds an old link sees nothing. */
    static final Duration LINK_LIVES = Duration.ofMinutes(5);

    private static final String ORIGINAL = "original";

    @Inject
    private ObjectStore store;

    /** Stores a photo that came with a form. */
    void put(ImageId id, Photo photo) {
        store.put(key(id, ORIGINAL), photo.contentType(), photo.original());
        putRenditions(id, photo);
    }

    /** Stores a photo whose original is in the store already, under the key that it was sent to. */
    void keep(ImageId id, Photo photo, String sentTo) {
        store.copy(sentTo, key(id, ORIGINAL), photo.contentType());
        putRenditions(id, photo);
    }

    private void putRenditions(ImageId id, Photo photo) {
        store.put(key(id, Rendition.DISPLAY), Rendition.CONTENT_TYPE, photo.display());
        store.put(key(id, Rendition.THUMBNAIL), Rendition.CONTENT_TYPE, photo.thumbnail());
    }

    /**
     * Removes whatever of the image was stored.
     *
     * @throws StorageUnavailableException when some may be left; asking again is safe
     */
    void delete(ImageId id) {
        store.delete(List.of(key(id, Rendition.THUMBNAIL), key(id, Rendition.DISPLAY), key(id, ORIGINAL)));
    }

    URI link(ImageId id, Rendition rendition) {
        return store.link(key(id, rendition), LINK_LIVES, Rendition.CONTENT_TYPE);
    }

    URI origin() {
        return store.linkOrigin();
    }

    URI uploadOrigin() {
        return store.origin();
    }

    private static String key(ImageId id, Rendition rendition) {
        return key(id, rendition.name().toLowerCase(Locale.ROOT));
    }

    private static String key(ImageId id, String part) {
        return id.value() + "/" + part;
    }
}
