package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.image.ImageId;
import org.consilium.image.ImageObjects;
import org.consilium.image.PhotoLooks;
import org.consilium.image.StoredImage;
import org.consilium.platform.PublicIds;
import org.consilium.storage.EncryptionMode;
import org.jspecify.annotations.Nullable;

/** Gives images of messages the links by which a page shows their thumbnails. */
@ApplicationScoped
public class Thumbnails {

    private static final String PERMITTED = "select i.imageId, o.encryptionMode from MessageImage i"
            + " join Message m on m.key = i.messageKey join Consultation c on c.key = m.consultationKey"
            + " join Image o on o.publicId = i.imageId where i.imageId in :ids and i.width > 0 and ";

    @Inject
    private Permission permission;

    @Inject
    private ImageObjects objects;

    @Inject
    private PhotoLooks looks;

    @Inject
    private Callers callers;

    /** An image for somebody who may see it. */
    ThreadImage shown(MessageImage image, EncryptionMode mode) {
        StoredImage stored = image.stored();
        return shown(image, stored.isShown() ? link(stored.id(), mode) : null);
    }

    /** The same with a link, if there is one. */
    ThreadImage shown(MessageImage image, @Nullable URI link) {
        StoredImage stored = image.stored();
        return new ThreadImage(stored, image.description(), link, looks.look(stored.id(), callers.get()));
    }

    /** The links to those of the images that the caller may see, in one statement. */
    Map<ImageId, URI> permitted(Collection<ImageId> ids, Caller caller) {
        Map<ImageId, URI> links = new HashMap<>();
        List<String> wellFormed =
                ids.stream().map(ImageId::value).filter(PublicIds::isWellFormed).toList();
        if (!wellFormed.isEmpty()) {
            permission
                    .in(PERMITTED + Permission.of(caller), Object[].class, caller)
                    .setParameter("ids", wellFormed)
                    .getResultStream()
                    .forEach(row -> put(links, new ImageId((String) row[0]), (EncryptionMode) row[1]));
        }
        return links;
    }

    private void put(Map<ImageId, URI> links, ImageId id, EncryptionMode mode) {
        URI link = link(id, mode);
        if (link != null) {
            links.put(id, link);
        }
    }

    private @Nullable URI link(ImageId id, EncryptionMode mode) {
        return objects.thumbnailLink(id, mode).orElse(null);
    }
}
