package org.consilium.image.upload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consilium.image.ImageId;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Unversioned;
import org.jspecify.annotations.Nullable;

/** A file on its way into the object store, until its check ends. */
@Entity
@Table(name = "image_upload")
@Unversioned("it is changed only while its row is locked")
public class ImageUpload {

    /** Separates unchecked files: no link leads to them, and a lifecycle rule of the bucket expires the forgotten. */
    private static final String PREFIX = "incoming/";

    /** The multipart id of a file that a node stores as one object. */
    private static final String NOT_MULTIPART = "";

    @Id
    @Column(name = "image_id")
    private String imageId;

    @Column(name = "object_key")
    private String objectKey;

    @Column(name = "multipart_id")
    private String multipartId;

    @Column(name = "part_sha256")
    private String partSha256;

    private int attempts;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected ImageUpload() {}

    /** An upload in parts, by a browser. */
    ImageUpload(ImageId image, String objectKey, String multipartId, List<String> partSha256) {
        this.imageId = image.value();
        this.objectKey = objectKey;
        this.multipartId = multipartId;
        this.partSha256 = String.join(" ", partSha256);
    }

    /** An upload as one object, by a node. */
    ImageUpload(ImageId image, String objectKey) {
        this(image, objectKey, NOT_MULTIPART, List.of());
    }

    /** A random object key for a new upload. */
    static String nextObjectKey() {
        return PREFIX + PublicIds.next();
    }

    ImageId image() {
        return new ImageId(imageId);
    }

    String objectKey() {
        return objectKey;
    }

    boolean isMultipart() {
        return !multipartId.equals(NOT_MULTIPART);
    }

    /** The object store's id of the multipart upload. */
    String multipartId() {
        return multipartId;
    }

    /** The SHA-256 of each part, in Base64. */
    List<String> partSha256() {
        return List.of(partSha256.split(" "));
    }

    boolean isClaimed(Instant now) {
        return claimedUntil != null && claimedUntil.isAfter(now);
    }

    void claim(Instant until) {
        claimedUntil = until;
        attempts++;
    }

    /** Whether the claim is still the same: after it expired, another node may have claimed the upload. */
    boolean hasClaimOf(ImageUpload claimed) {
        return Objects.equals(claimedUntil, claimed.claimedUntil);
    }

    /** Ends a claim without counting it as an attempt, as the failure had nothing to do with the file. */
    void release(Instant notBefore) {
        claimedUntil = notBefore;
        attempts--;
    }

    /** Lets any node claim the upload for its check. */
    void prepareForCheck() {
        claimedUntil = null;
        attempts = 0;
    }

    /** The number of claims that were not released. It is limited, as a file might crash every node that checks it. */
    int attempts() {
        return attempts;
    }
}
