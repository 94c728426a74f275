package org.consilium.image.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.consilium.image.AnnouncedFile;
import org.consilium.image.ImageId;
import org.consilium.image.ImageStatus;
import org.consilium.image.Images;

/**
 * Lets one node at a time work on an upload. A claim expires by itself, so that another node takes over from one that
 * has died.
 */
@ApplicationScoped
public class UploadClaims {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Images images;

    @Inject
    private Clock clock;

    /** A claimed upload, and the file that its sender announced. */
    record Claim(AnnouncedFile file, ImageUpload upload) {}

    /** Claims the upload of an image with this status; empty if it has another status or is claimed already. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Claim> claim(ImageId id, ImageStatus status, Duration ttl) {
        ImageUpload upload = entities.find(ImageUpload.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (upload == null || upload.isClaimed(clock.instant())) {
            return Optional.empty();
        }
        Optional<AnnouncedFile> file = images.announcedFile(id, status);
        file.ifPresent(found -> upload.claim(clock.instant().plus(ttl).truncatedTo(ChronoUnit.MICROS)));
        return file.map(found -> new Claim(found, upload));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public boolean isClaimed(ImageId id) {
        ImageUpload upload = entities.find(ImageUpload.class, id.value());
        return upload != null && upload.isClaimed(clock.instant());
    }

    /**
     * Releases a claim early, without counting it as an attempt.
     *
     * @param delay how long no node may claim the upload again
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(ImageUpload claimed, Duration delay) {
        ImageUpload upload = entities.find(ImageUpload.class, claimed.image().value(), LockModeType.PESSIMISTIC_WRITE);
        if (upload != null && upload.hasClaimOf(claimed)) {
            upload.release(clock.instant().plus(delay));
        }
    }
}
