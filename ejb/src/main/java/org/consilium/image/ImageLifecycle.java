package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.encryption.ImageEncryption;
import org.consilium.imaging.ProcessedPhoto;

/**
 * Moves images from one status to the next. Each step happens in a short transaction, so that none is open while a
 * photo is decoded or the object store is called. If two nodes try the same step at once, one succeeds.
 */
@ApplicationScoped
public class ImageLifecycle {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Images images;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditEvent> audit;

    /** Creates an image that awaits its file. */
    @Transactional(TxType.MANDATORY)
    public ImageId announce(AnnouncedFile file) {
        Image image = new Image(file, clock.instant());
        entities.persist(image);
        entities.flush();
        return image.id();
    }

    /** Records that the whole file has arrived; false if the image does not await it. */
    @Transactional(TxType.MANDATORY)
    public boolean receive(ImageId id) {
        return step(id, ImageStatus.AWAITED, Image::receive);
    }

    /** Records that the check accepted the file; false if the image does not wait for such a check. */
    @Transactional(TxType.MANDATORY)
    public boolean accept(ImageId id, ProcessedPhoto photo, ImageEncryption encryption) {
        return change(
                id,
                image -> image.is(ImageStatus.RECEIVED) && image.isAsWanted(photo),
                image -> image.accept(photo, encryption));
    }

    /**
     * Records that the sender wants the metadata of the original removed, unless a message contains it or it is
     * somebody else's; true if the original is stored, with the metadata in it: otherwise the check removes it.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean declineMetadata(ImageId id, long sender) {
        boolean declined = change(id, image -> image.isUnsentOf(sender), Image::declineMetadata);
        if (declined) {
            audit.fire(AuditEvent.of(AuditKind.CHANGE));
        }
        return declined
                && change(
                        id, image -> image.is(ImageStatus.STORED) && image.has(OriginalMetadata.UNWANTED), image -> {});
    }

    /** Records that the stored original was replaced by one without metadata. */
    @Transactional(TxType.REQUIRES_NEW)
    public void replaceOriginal(ImageId id, ProcessedPhoto photo) {
        boolean unused = step(id, ImageStatus.STORED, image -> image.replaceOriginal(photo));
    }

    /** Records that the check refused the file; false if the image does not wait for its check. */
    @Transactional(TxType.MANDATORY)
    public boolean refuse(ImageId id, Reason problem) {
        return step(id, ImageStatus.RECEIVED, image -> image.refuse(problem));
    }

    /** Marks an image for removal; false if a message contains it, or it is marked already. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean discard(ImageId id) {
        return entities.createQuery("update Image i set i.status = :discarded, i.version = i.version + 1"
                                + " where i.publicId = :id and i.attached = false and i.status <> :discarded")
                        .setParameter("discarded", ImageStatus.DISCARDED)
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    /** The same for the call of a person, which is on record if it has an effect. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean discardAsAsked(ImageId id) {
        boolean discarded = discard(id);
        if (discarded) {
            audit.fire(AuditEvent.of(AuditKind.CHANGE));
        }
        return discarded;
    }

    /** Locks an image that is marked for removal; false if it is not. */
    @Transactional(TxType.MANDATORY)
    public boolean lockDiscarded(ImageId id) {
        return step(id, ImageStatus.DISCARDED, image -> {});
    }

    /** Deletes the row of an image that is marked for removal. Its objects must be deleted before. */
    @Transactional(TxType.MANDATORY)
    public void deleteDiscarded(ImageId id) {
        entities.createQuery("delete from Image i where i.publicId = :id and i.status = :discarded")
                .setParameter("id", id.value())
                .setParameter("discarded", ImageStatus.DISCARDED)
                .executeUpdate();
    }

    private boolean step(ImageId id, ImageStatus from, Consumer<Image> change) {
        return change(id, image -> image.is(from), change);
    }

    private boolean change(ImageId id, Predicate<Image> condition, Consumer<Image> change) {
        Optional<Image> image = images.find(id, LockModeType.PESSIMISTIC_WRITE).filter(condition);
        image.ifPresent(change);
        return image.isPresent();
    }
}
