package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of images. Each step of an image's way is a short transaction of its own, so that none is open while a photo
 * is decoded or the object store is spoken to; the status in the condition decides when two want to take a step at
 * once.
 */
@ApplicationScoped
public class Images {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** Takes from its owner an image that is not part of a message; false when it is, or is gone already. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean discard(ImageId id) {
        return entities.createQuery("update Image i set i.status = :discarded, i.version = i.version + 1"
                                + " where i.publicId = :id and i.attached = false and i.status <> :discarded")
                        .setParameter("discarded", ImageStatus.DISCARDED)
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    /** Removes the rows of a discarded image, whose objects are gone. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(ImageId id) {
        lock(Set.of(id.value())).stream()
                .filter(image -> image.is(ImageStatus.DISCARDED))
                .forEach(image -> {
                    Optional.ofNullable(entities.find(ImageUpload.class, id.value()))
                            .ifPresent(entities::remove);
                    entities.flush();
                    entities.remove(image);
                });
    }

    /**
     * Images of one status, in no message, that were begun before {@code limit}, the oldest first, at most
     * {@code most}.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ImageId> older(ImageStatus status, Instant limit, int most) {
        return entities.createQuery(
                        "select i.publicId from Image i where i.status = :status and i.attached = false"
                                + " and i.createdAt < :limit order by i.createdAt",
                        String.class)
                .setParameter("status", status)
                .setParameter("limit", limit)
                .setMaxResults(most)
                .getResultStream()
                .map(ImageId::new)
                .toList();
    }

    /** The images of these names that exist, each locked until the caller's transaction ends. */
    List<Image> lock(Collection<String> ids) {
        return entities.createQuery("select i from Image i where i.publicId in :ids order by i.key", Image.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** An image that can be shown. */
    Optional<Image> shown(ImageId id) {
        return entities.createQuery("select i from Image i where i.publicId = :id and i.status = :stored", Image.class)
                .setParameter("id", id.value())
                .setParameter("stored", ImageStatus.STORED)
                .getResultStream()
                .findFirst();
    }

    /** Whether an image is part of a message, for good. */
    boolean isAttached(ImageId id) {
        return !entities.createQuery("select i.key from Image i where i.publicId = :id and i.attached = true")
                .setParameter("id", id.value())
                .getResultList()
                .isEmpty();
    }

    /** Whether the image is not part of a message yet, and was sent by this account. */
    boolean isUnattachedOf(long accountId, ImageId id) {
        return !entities.createQuery("select i.key from Image i where i.publicId = :id and i.ownerId = :owner"
                        + " and i.attached = false and i.status <> :discarded")
                .setParameter("id", id.value())
                .setParameter("owner", accountId)
                .setParameter("discarded", ImageStatus.DISCARDED)
                .getResultList()
                .isEmpty();
    }
}
