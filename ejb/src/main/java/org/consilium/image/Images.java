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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.access.NotFoundException;
import org.consilium.image.encryption.ImageEncryption;

/** The repository of images; {@link ImageLifecycle} changes them. */
@ApplicationScoped
public class Images {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** Tells the sender how far an image is; one that does not exist counts as refused. */
    @Transactional(TxType.REQUIRES_NEW)
    public UploadState uploadState(ImageId id) {
        return find(id, LockModeType.NONE)
                .map(Image::uploadState)
                .orElseGet(() -> new UploadState(UploadState.Step.REFUSED, null));
    }

    /** The announced file of an image, if the image has this status. */
    public Optional<AnnouncedFile> announcedFile(ImageId id, ImageStatus status) {
        return find(id, LockModeType.NONE).filter(image -> image.is(status)).map(Image::announcedFile);
    }

    /** Whether an image exists and is not discarded. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isWanted(ImageId id) {
        return find(id, LockModeType.NONE)
                .filter(image -> !image.is(ImageStatus.DISCARDED))
                .isPresent();
    }

    /**
     * Lists images of one status that no message contains, the oldest first.
     *
     * @param limit only images created before this time
     * @param most the largest number of results
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ImageId> olderThan(Instant limit, ImageStatus status, int most) {
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

    /**
     * How the objects of a stored image are encrypted.
     *
     * @throws NotFoundException if the image is not stored
     */
    @Transactional(TxType.REQUIRES_NEW)
    public ImageEncryption encryption(ImageId id) {
        return findStored(id).map(Image::encryption).orElseThrow(NotFoundException::new);
    }

    /** Whether a message contains the image. */
    public boolean isAttached(ImageId id) {
        return !entities.createQuery("select i.key from Image i where i.publicId = :id and i.attached = true")
                .setParameter("id", id.value())
                .getResultList()
                .isEmpty();
    }

    /** The checksums of the files of those of the images that this account sent. */
    Map<ImageId, String> checksums(long account, List<String> ids) {
        return entities.createQuery(
                        "select i.publicId, i.sha256 from Image i where i.publicId in :ids and i.ownerKey = :owner",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("owner", account)
                .getResultStream()
                .collect(Collectors.toMap(row -> new ImageId((String) row[0]), row -> (String) row[1]));
    }

    /** Whether this account sent the image, and no message contains it yet. */
    boolean isUnattachedOf(long account, ImageId id) {
        return !entities.createQuery("select i.key from Image i where i.publicId = :id and i.ownerKey = :owner"
                        + " and i.attached = false and i.status <> :discarded")
                .setParameter("id", id.value())
                .setParameter("owner", account)
                .setParameter("discarded", ImageStatus.DISCARDED)
                .getResultList()
                .isEmpty();
    }

    Optional<Image> find(ImageId id, LockModeType lock) {
        return entities.createQuery("select i from Image i where i.publicId = :id", Image.class)
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Finds an image that can be shown. */
    Optional<Image> findStored(ImageId id) {
        return entities.createQuery("select i from Image i where i.publicId = :id and i.status = :stored", Image.class)
                .setParameter("id", id.value())
                .setParameter("stored", ImageStatus.STORED)
                .getResultStream()
                .findFirst();
    }

    /** Finds those of the images that exist, and locks them until the caller's transaction ends. */
    List<Image> lock(Collection<String> ids) {
        return entities.createQuery("select i from Image i where i.publicId in :ids order by i.key", Image.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
