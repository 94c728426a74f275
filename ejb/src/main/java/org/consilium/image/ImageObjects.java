package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.Renditions;
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

    /**
     * Stores a photo and its renditions.
     *
     * @param original the file byte for byte as it was sent, metadata included
     * @param sentTo the key under which the original is in the store already
     */
    void keep(ImageId id, ProcessedPhoto photo, byte[] original, String sentTo, Protection protection) {
        if (protection.way() == Way.CLIENT) {
            store.put(key(id, ORIGINAL), photo.contentType(), original, protection);
        } else {
            store.copy(sentTo, key(id, ORIGINAL), photo.contentType(), protection);
        }
        Renditions renditions = photo.renditions();
        store.put(key(id, Rendition.FULL), Rendition.CONTENT_TYPE, renditions.full(), protection);
        store.put(key(id, Rendition.DISPLAY), Rendition.CONTENT_TYPE, renditions.display(), protection);
        store.put(key(id, Rendition.THUMBNAIL), Rendition.CONTENT_TYPE, renditions.thumbnail(), protection);
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
