package org.consilium.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.consilium.access.NotFoundException;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.UploadState.Step;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.consilium.storage.Protection.Way;
import org.jspecify.annotations.Nullable;

/** One photo that somebody sent, from the moment its objects are being stored until it is part of a message. */
@Entity
@Table(name = "image")
public class Image extends VersionedEntity {

    private static final Set<ImageStatus> ATTACHABLE =
            Set.of(ImageStatus.RECEIVED, ImageStatus.STORED, ImageStatus.REFUSED);

    @Column(name = "owner_id")
    private long ownerId;

    @Enumerated(EnumType.STRING)
    private ImageStatus status;

    @Column(name = "content_type")
    private String contentType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "sha256")
    private String sha256;

    private int width;

    private int height;

    private boolean attached;

    @Column(name = "consultation_id")
    private @Nullable String consultationId;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason problem;

    @Enumerated(EnumType.STRING)
    private Way protection = Way.STORE;

    @Column(name = "key_owner_id")
    private @Nullable Long keyOwnerId;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Image() {}

    /**
     * A photo that its owner may send.
     *
     * @param consultation the one that it may be part of; {@code null} for one that is not opened yet
     * @param contentType as claimed by the sender; the check decides
     * @param sha256 of the file, in hexadecimal digits
     */
    Image(long ownerId, @Nullable String consultation, String contentType, long bytes, String sha256, Instant now) {
        super(PublicIds.next());
        this.ownerId = ownerId;
        this.consultationId = consultation;
        this.status = ImageStatus.AWAITED;
        this.contentType = contentType;
        this.sizeBytes = bytes;
        this.sha256 = sha256;
        this.createdAt = now;
    }

    /**
     * Makes the image part of a message of {@code accountId}, its owner, in the consultation; that happens once. It may
     * still be waiting for its check.
     */
    void attach(long accountId, String consultation) {
        boolean elsewhere = consultationId != null && !consultationId.equals(consultation);
        if (attached || elsewhere || ownerId != accountId || !ATTACHABLE.contains(status)) {
            throw new NotFoundException();
        }
        attached = true;
    }

    /** All of it has been sent. */
    void received() {
        status = ImageStatus.RECEIVED;
    }

    /** How it looks and how it is kept, once that is known. */
    void checked(ProcessedPhoto photo, Safekeeping kept) {
        keep(kept);
        contentType = photo.contentType();
        width = photo.renditions().width();
        height = photo.renditions().height();
    }

    /** All of its objects are stored. */
    void keep(Safekeeping kept) {
        status = ImageStatus.STORED;
        protection = kept.way();
        keyOwnerId = kept.keyOwner();
    }

    void refuse(Reason reason) {
        status = ImageStatus.REFUSED;
        problem = reason;
    }

    boolean is(ImageStatus other) {
        return status == other;
    }

    /** Of the original. */
    String contentType() {
        return contentType;
    }

    Safekeeping safekeeping() {
        return new Safekeeping(protection, keyOwnerId);
    }

    long ownerId() {
        return ownerId;
    }

    /** The public id of the consultation that it may be part of; {@code null} for one that is not opened yet. */
    @Nullable
    String consultationId() {
        return consultationId;
    }

    long bytes() {
        return sizeBytes;
    }

    String sha256() {
        return sha256;
    }

    UploadState uploadState() {
        return switch (status) {
            case AWAITED -> new UploadState(Step.INCOMPLETE, null);
            case RECEIVED -> new UploadState(Step.CHECKING, null);
            case STORED -> new UploadState(Step.READY, null);
            case REFUSED, DISCARDED -> new UploadState(Step.REFUSED, problem);
        };
    }

    ImageId id() {
        return new ImageId(publicId());
    }

    StoredImage asStored() {
        return new StoredImage(id(), width, height, problem);
    }
}
