package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private static final String PERMITTED = "select i.imageId, o.encryptionMode, c.publicId from MessageImage i"
            + " join Message m on m.key = i.messageKey join Consultation c on c.key = m.consultationKey"
            + " join Image o on o.publicId = i.imageId where i.imageId in :ids and i.width > 0 and ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private ImageObjects objects;

    @Inject
    private PhotoLooks looks;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

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

    /**
     * An image that the caller may see.
     *
     * @param consultation its id
     */
    record Permitted(ImageId image, String consultation, Optional<URI> link) {}

    /** Those of the images that the caller may see, in one statement. */
    List<Permitted> permitted(Collection<ImageId> ids, Caller caller) {
        List<String> wellFormed =
                ids.stream().map(ImageId::value).filter(PublicIds::isWellFormed).toList();
        if (wellFormed.isEmpty()) {
            return List.of();
        }
        String permitted = PERMITTED + Permission.of(caller).any();
        return Permission.query(entities, permitted, Object[].class, caller, clock.instant())
                .setParameter("ids", wellFormed)
                .getResultStream()
                .map(row -> permitted(new ImageId((String) row[0]), (EncryptionMode) row[1], (String) row[2]))
                .toList();
    }

    private Permitted permitted(ImageId image, EncryptionMode mode, String consultation) {
        return new Permitted(image, consultation, objects.thumbnailLink(image, mode));
    }

    private @Nullable URI link(ImageId id, EncryptionMode mode) {
        return objects.thumbnailLink(id, mode).orElse(null);
    }
}
