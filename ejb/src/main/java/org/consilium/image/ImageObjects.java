package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.Protection;
import org.consilium.storage.Protection.Way;
import org.consilium.storage.StorageUnavailableException;

/** What the object store holds of an image: the original byte for byte, and its renditions, each under its own key. */
@ApplicationScoped
public class ImageObjects implements ImageOrigins {

    /** 45 CFR 164.312(e): whoever finds an old link sees nothing. */
    static final Duration LINK_LIVES = Duration.ofMinutes(5);

    /** More than anything has that is stored, in bytes. */
    private static final int LARGEST_OBJECT = 64 * 1024 * 1024;

    private static final String ORIGINAL = "original";

    @Inject
    private ObjectStore store;

    /** Stores a photo that came with a form. */
    void put(ImageId id, Photo photo, Protection protection) {
        store.put(key(id, ORIGINAL), photo.contentType(), photo.original(), protection);
        putRenditions(id, photo, protection);
    }

    /** Stores a photo whose original is in the store already, under the key that it was sent to. */
    void keep(ImageId id, Photo photo, String sentTo, Protection protection) {
        if (protection.way() == Way.CLIENT) {
            put(id, photo, protection);
        } else {
            store.copy(sentTo, key(id, ORIGINAL), photo.contentType(), protection);
            putRenditions(id, photo, protection);
        }
    }

    private void putRenditions(ImageId id, Photo photo, Protection protection) {
        store.put(key(id, Rendition.FULL), Rendition.CONTENT_TYPE, photo.full(), protection);
        store.put(key(id, Rendition.DISPLAY), Rendition.CONTENT_TYPE, photo.display(), protection);
        store.put(key(id, Rendition.THUMBNAIL), Rendition.CONTENT_TYPE, photo.thumbnail(), protection);
    }

    /**
     * Removes whatever of the image was stored.
     *
     * @throws StorageUnavailableException when some may be left; asking again is safe
     */
    void delete(ImageId id) {
        store.delete(Stream.concat(
                        Arrays.stream(Rendition.values()).map(rendition -> key(id, rendition)),
                        Stream.of(key(id, ORIGINAL)))
                .toList());
    }

    ImageView view(ImageId id, Rendition rendition, Protection protection) {
        return view(key(id, rendition), Rendition.CONTENT_TYPE, protection);
    }

    ImageView original(ImageId id, String contentType, Protection protection) {
        return view(key(id, ORIGINAL), contentType, protection);
    }

    /** A link where the store can show it, and what it would show where only we can. */
    private ImageView view(String key, String contentType, Protection protection) {
        return protection.isOursToShow()
                ? ImageView.of(
                        contentType, store.read(key, LARGEST_OBJECT, protection).orElseThrow(NotFoundException::new))
                : ImageView.of(contentType, store.link(key, LINK_LIVES, contentType));
    }

    @Override
    public URI origin() {
        return store.linkOrigin();
    }

    @Override
    public URI uploadOrigin() {
        return store.origin();
    }

    private static String key(ImageId id, Rendition rendition) {
        return key(id, rendition.name().toLowerCase(Locale.ROOT));
    }

    private static String key(ImageId id, String part) {
        return id.value() + "/" + part;
    }
}
