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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.platform.Digests;
import org.jspecify.annotations.Nullable;

/**
 * The rows of images that are sent straight to the object store. Each step is a short transaction of its own, so that
 * none is open while the store is spoken to.
 */
@ApplicationScoped
public class ImageUploads {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<ImageChecked> checked;

    /** An image with the way on which it comes. */
    record Pair(Image image, ImageUpload upload) {}

    /** Notes that a photo may be sent. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImageUpload expect(
            long owner, @Nullable String consultation, NewUpload photo, String key, String multipart) {
        ImageId image = begin(owner, consultation, photo.contentType(), photo.bytes(), photo.sha256());
        ImageUpload upload = new ImageUpload(image, key, multipart, photo.partSha256());
        entities.persist(upload);
        return upload;
    }

    /** Notes that this node is about to store a file of the format under the key, as a whole. */
    @Transactional(TxType.REQUIRES_NEW)
    public ImageId expect(long owner, @Nullable String consultation, PhotoFormat format, byte[] file, String key) {
        ImageId image = begin(owner, consultation, format.contentType(), file.length, Digests.sha256Hex(file));
        entities.persist(new ImageUpload(image, key));
        return image;
    }

    private ImageId begin(long owner, @Nullable String consultation, String contentType, long bytes, String sha256) {
        Image image = new Image(owner, consultation, contentType, bytes, sha256, clock.instant());
        entities.persist(image);
        entities.flush();
        return image.id();
    }

    /** The same photo of the same owner for the same consultation, as far as it has been sent. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ImageUpload> unfinished(long owner, @Nullable String consultation, NewUpload photo) {
        String place = consultation == null ? "i.consultationId is null" : "i.consultationId = :consultation";
        var query = entities.createQuery(
                        "select u from ImageUpload u join Image i on i.publicId = u.imageId where i.ownerId = :owner"
                                + " and i.sha256 = :sha256 and i.sizeBytes = :bytes and i.status = :awaited"
                                + " and i.contentType = :type and u.partSha256 = :parts and " + place
                                + " order by i.key desc",
                        ImageUpload.class)
                .setParameter("owner", owner)
                .setParameter("sha256", photo.sha256())
                .setParameter("bytes", photo.bytes())
                .setParameter("awaited", ImageStatus.AWAITED)
                .setParameter("type", photo.contentType())
                .setParameter("parts", String.join(" ", photo.partSha256()))
                .setMaxResults(1);
        if (consultation != null) {
            query.setParameter("consultation", consultation);
        }
        return query.getResultStream().findFirst();
    }

    /** What is on its way, or being checked. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ImageUpload> find(ImageId id) {
        return Optional.ofNullable(entities.find(ImageUpload.class, id.value()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public UploadState state(ImageId id) {
        return image(id, LockModeType.NONE)
                .map(Image::uploadState)
                .orElseGet(() -> new UploadState(UploadState.Step.REFUSED, null));
    }

    /** Notes that all of a photo is there; false when that was known, or it is not awaited any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean received(ImageId id) {
        Optional<Image> awaited =
                image(id, LockModeType.PESSIMISTIC_WRITE).filter(image -> image.is(ImageStatus.AWAITED));
        awaited.ifPresent(image -> {
            image.received();
            entities.find(ImageUpload.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                    .received();
        });
        return awaited.isPresent();
    }

    /** Those that nobody is checking, the oldest first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ImageId> unchecked(int most) {
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

    /**
     * Takes a photo of this status, to be worked on by the caller alone for so long; empty when another has it, or
     * nobody needs to.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Pair> claim(ImageId id, ImageStatus status, Duration lifetime) {
        ImageUpload upload = entities.find(ImageUpload.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (upload == null || upload.isClaimed(clock.instant())) {
            return Optional.empty();
        }
        Optional<Image> image = image(id, LockModeType.NONE).filter(found -> found.is(status));
        image.ifPresent(found -> upload.claim(clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MICROS)));
        return image.map(found -> new Pair(found, upload));
    }

    /** Whether somebody is working on a photo. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isClaimed(ImageId id) {
        ImageUpload upload = entities.find(ImageUpload.class, id.value());
        return upload != null && upload.isClaimed(clock.instant());
    }

    /** Gives a photo back that could not be worked on just now: another may take it after a while. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveBack(ImageUpload claimed, Duration pause) {
        ImageUpload upload = entities.find(ImageUpload.class, claimed.image().value(), LockModeType.PESSIMISTIC_WRITE);
        if (upload != null && upload.isClaimedLike(claimed)) {
            upload.giveBack(clock.instant().plus(pause));
        }
    }

    /** Whether there is still such a photo for somebody to see or to wait for. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isWanted(ImageId id) {
        return image(id, LockModeType.NONE)
                .filter(image -> !image.is(ImageStatus.DISCARDED))
                .isPresent();
    }

    /** Notes how a checked photo looks and is kept; false when its owner has taken it back meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean accept(ImageId id, ProcessedPhoto photo, Safekeeping kept) {
        return decide(
                id,
                image -> image.checked(photo, kept),
                new ImageChecked(
                        id, photo.renditions().width(), photo.renditions().height(), null));
    }

    /** Notes why a photo cannot be used. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refuse(ImageId id, Reason problem) {
        boolean unused = decide(id, image -> image.refuse(problem), new ImageChecked(id, 0, 0, problem));
    }

    private boolean decide(ImageId id, Consumer<Image> decision, ImageChecked news) {
        Optional<Image> received =
                image(id, LockModeType.PESSIMISTIC_WRITE).filter(image -> image.is(ImageStatus.RECEIVED));
        received.ifPresent(image -> {
            decision.accept(image);
            entities.remove(entities.getReference(ImageUpload.class, id.value()));
            checked.fire(news);
        });
        return received.isPresent();
    }

    private Optional<Image> image(ImageId id, LockModeType lock) {
        return entities.createQuery("select i from Image i where i.publicId = :id", Image.class)
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
