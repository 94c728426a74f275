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
import org.consilium.image.encryption.ImageEncryption;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.consilium.storage.EncryptionMode;
import org.jspecify.annotations.Nullable;

/** One photo, from the announcement of its file until it is part of a message or discarded. */
@Entity
@Table(name = "image")
public class Image extends VersionedEntity {

    private static final Set<ImageStatus> ATTACHABLE =
            Set.of(ImageStatus.RECEIVED, ImageStatus.STORED, ImageStatus.REFUSED);

    @Column(name = "owner_id")
    private long ownerKey;

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
    private boolean incomplete;
    private boolean attached;

    @Column(name = "consultation_id")
    private @Nullable String consultationId;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason problem;

    @Enumerated(EnumType.STRING)
    @Column(name = "protection")
    private EncryptionMode encryptionMode = EncryptionMode.STORE;

    @Column(name = "key_owner_id")
    private @Nullable Long keyOwnerKey;

    @Enumerated(EnumType.STRING)
    private OriginalMetadata metadata;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected Image() {}

    Image(AnnouncedFile file, Instant now) {
        super(PublicIds.next());
        this.ownerKey = file.ownerKey();
        this.consultationId = file.consultation();
        this.status = ImageStatus.AWAITED;
        this.contentType = file.contentType();
        this.sizeBytes = file.bytes();
        this.sha256 = file.sha256();
        this.metadata = file.withoutMetadata() ? OriginalMetadata.UNWANTED : OriginalMetadata.KEPT;
        this.createdAt = now;
    }

    /**
     * Makes the image part of a message by its owner, which is possible only once. Its check may still be pending.
     *
     * @param account the key of the message's author
     * @param consultation the public id of the message's consultation
     * @throws NotFoundException if this author cannot use the image in this message
     */
    void attach(long account, String consultation) {
        boolean elsewhere = consultationId != null && !consultationId.equals(consultation);
        if (attached || elsewhere || ownerKey != account || !ATTACHABLE.contains(status)) {
            throw new NotFoundException();
        }
        attached = true;
        consultationId = consultation;
    }

    /** Records that the whole file has arrived. */
    void receive() {
        status = ImageStatus.RECEIVED;
    }

    /** Records that the check accepted the file, and that all of the image's objects are stored. */
    void accept(ProcessedPhoto photo, ImageEncryption encryption) {
        status = ImageStatus.STORED;
        encryptionMode = encryption.mode();
        keyOwnerKey = encryption.keyOwner();
        contentType = photo.contentType();
        metadata = metadataOf(photo);
        incomplete = photo.incomplete();
        width = photo.renditions().width();
        height = photo.renditions().height();
    }

    private static OriginalMetadata metadataOf(ProcessedPhoto photo) {
        return photo.original() == null ? OriginalMetadata.KEPT : OriginalMetadata.REMOVED;
    }

    /** Whether the check handled the metadata as the sender wants: they may have changed their mind meanwhile. */
    boolean isAsWanted(ProcessedPhoto photo) {
        return (metadata == OriginalMetadata.KEPT) == (photo.original() == null);
    }

    boolean isUnsentOf(long account) {
        return !attached && ownerKey == account;
    }

    /** Records that the sender wants the metadata removed. */
    void declineMetadata() {
        if (metadata == OriginalMetadata.KEPT) {
            metadata = OriginalMetadata.UNWANTED;
        }
    }

    /** Records that the stored original was replaced by one without metadata. */
    void replaceOriginal(ProcessedPhoto photo) {
        contentType = photo.contentType();
        metadata = metadataOf(photo);
    }

    boolean has(OriginalMetadata other) {
        return metadata == other;
    }

    /** Records that the check refused the file. */
    void refuse(Reason reason) {
        status = ImageStatus.REFUSED;
        problem = reason;
    }

    boolean is(ImageStatus other) {
        return status == other;
    }

    /** The content type of the original. */
    String contentType() {
        return contentType;
    }

    ImageEncryption encryption() {
        return new ImageEncryption(encryptionMode, keyOwnerKey);
    }

    AnnouncedFile announcedFile() {
        return new AnnouncedFile(
                ownerKey, consultationId, contentType, sizeBytes, sha256, metadata != OriginalMetadata.KEPT);
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
        return new StoredImage(id(), width, height, incomplete, problem);
    }
}
