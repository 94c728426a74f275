package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.image.AnnouncedFile;
import org.consilium.image.ImageId;
import org.consilium.image.ImageLifecycle;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.ImageStatus;
import org.consilium.image.OriginalMetadata;
import org.consilium.image.encryption.ImageEncryption;
import org.consilium.imaging.ProcessedPhoto;

/**
 * The repository of uploads. Each method is a short transaction, so that none is open while the object store is called.
 */
@ApplicationScoped
public class ImageUploads {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private ImageLifecycle lifecycle;

    @Inject
    private Clock clock;

    @Inject
    private Event<ImageChecked> checked;

    @Inject
    private Event<AuditEvent> audit;

    /** Adds a file that a browser will send in parts. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImageUpload announce(AnnouncedFile file, String objectKey, String multipartId, List<String> partSha256) {
        ImageUpload upload = new ImageUpload(lifecycle.announce(file), objectKey, multipartId, partSha256);
        entities.persist(upload);
        audit.fire(AuditEvent.of(AuditKind.CHANGE));
        return upload;
    }

    /** Adds a file that this node is about to store as one object; on record once that has been done. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImageId announce(AnnouncedFile file, String objectKey) {
        ImageId image = lifecycle.announce(file);
        entities.persist(new ImageUpload(image, objectKey));
        return image;
    }

    /** Finds an incomplete upload of the same file by the same owner for the same consultation. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ImageUpload> findIncomplete(AnnouncedFile file, List<String> partSha256) {
        String consultation = file.consultation();
        var query = entities.createQuery(
                        "select u from ImageUpload u join Image i on i.publicId = u.imageId where i.ownerKey = :owner"
                                + " and i.sha256 = :sha256 and i.sizeBytes = :bytes and i.status = :awaited"
                                + " and i.contentType = :type and u.partSha256 = :parts and i.metadata = :metadata"
                                + " and i.consultationId "
                                + (consultation == null ? "is null" : "= :consultation") + " order by i.key desc",
                        ImageUpload.class)
                .setParameter("owner", file.ownerKey())
                .setParameter("sha256", file.sha256())
                .setParameter("bytes", file.bytes())
                .setParameter("awaited", ImageStatus.AWAITED)
                .setParameter("type", file.contentType())
                .setParameter("parts", String.join(" ", partSha256))
                .setParameter("metadata", file.withoutMetadata() ? OriginalMetadata.UNWANTED : OriginalMetadata.KEPT)
                .setMaxResults(1);
        if (consultation != null) {
            query.setParameter("consultation", consultation);
        }
        return query.getResultStream().findFirst();
    }

    /** Finds an upload whose check has not ended. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ImageUpload> find(ImageId id) {
        return Optional.ofNullable(entities.find(ImageUpload.class, id.value()));
    }

    /** Records that the whole file has arrived; false if the image does not await it. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean receive(ImageId id) {
        boolean received = lifecycle.receive(id);
        if (received) {
            entities.find(ImageUpload.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                    .prepareForCheck();
            audit.fire(AuditEvent.of(AuditKind.CHANGE));
        }
        return received;
    }

    /** Lists files that wait for their check and are not claimed, the oldest first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ImageId> findUnchecked(int most) {
        return entities.createQuery(
                        "select u.imageId from ImageUpload u join Image i on i.publicId = u.imageId"
                                + " where i.status = :received and (u.claimedUntil is null or u.claimedUntil < :now)"
                                + " order by i.createdAt",
                        String.class)
                .setParameter("received", ImageStatus.RECEIVED)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultStream()
                .map(ImageId::new)
                .toList();
    }

    /** Records that the check accepted a file; false if its owner has changed their mind in the meantime. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean accept(ImageId id, ProcessedPhoto photo, ImageEncryption encryption) {
        return end(
                lifecycle.accept(id, photo, encryption),
                new ImageChecked(
                        id, photo.renditions().width(), photo.renditions().height(), photo.incomplete(), null));
    }

    /** Records that the check refused a file. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refuse(ImageId id, Reason problem) {
        boolean unused = end(lifecycle.refuse(id, problem), new ImageChecked(id, 0, 0, false, problem));
    }

    private boolean end(boolean decided, ImageChecked event) {
        if (decided) {
            entities.remove(entities.getReference(ImageUpload.class, event.id().value()));
            checked.fire(event);
        }
        return decided;
    }

    /** Deletes the rows of a discarded image. Its objects must be deleted before. */
    @Transactional(TxType.REQUIRES_NEW)
    public void deleteDiscarded(ImageId id) {
        if (lifecycle.lockDiscarded(id)) {
            Optional.ofNullable(entities.find(ImageUpload.class, id.value())).ifPresent(entities::remove);
            entities.flush();
            lifecycle.deleteDiscarded(id);
        }
    }
}
