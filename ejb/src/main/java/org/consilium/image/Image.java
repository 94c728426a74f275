package org.consilium.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.consilium.access.NotFoundException;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/** One photo that somebody sent, from the moment its objects are being stored until it is part of a message. */
@Entity
@Table(name = "image")
public class Image {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

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

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Image() {}

    Image(long ownerId, Photo photo, Instant now) {
        this.publicId = PublicIds.next();
        this.ownerId = ownerId;
        this.status = ImageStatus.PENDING;
        this.contentType = photo.contentType();
        this.sizeBytes = photo.original().length;
        this.sha256 = photo.sha256();
        this.width = photo.width();
        this.height = photo.height();
        this.createdAt = now;
    }

    /** Makes the image part of a message of {@code accountId}, its owner; that happens once. */
    void attach(long accountId) {
        if (status != ImageStatus.STORED || ownerId != accountId) {
            throw new NotFoundException();
        }
        status = ImageStatus.ATTACHED;
    }

    ImageId publicId() {
        return new ImageId(publicId);
    }

    StoredImage asStored() {
        return new StoredImage(publicId(), width, height);
    }
}
