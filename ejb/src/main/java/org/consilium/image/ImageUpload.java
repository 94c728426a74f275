package org.consilium.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Unversioned;
import org.jspecify.annotations.Nullable;

/** How an image gets into the object store, and whether a node is working on it; gone when it is checked. */
@Entity
@Table(name = "image_upload")
@Unversioned("it is changed only while its row is locked")
public class ImageUpload {

    /** What is not checked yet lies apart: no link leads there, and what is forgotten there expires. */
    private static final String PREFIX = "incoming/";

    /** Stands in the place of the multipart id. */
    private static final String WHOLE = "";

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

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ImageUpload() {}

    /** One whose parts the browser sends to the store. */
    ImageUpload(ImageId image, String objectKey, String multipartId, List<String> partSha256) {
        this.imageId = image.value();
        this.objectKey = objectKey;
        this.multipartId = multipartId;
        this.partSha256 = String.join(" ", partSha256);
    }

    /** One that a node stores as a whole. */
    ImageUpload(ImageId image, String objectKey) {
        this(image, objectKey, WHOLE, List.of());
    }

    /** A random name for what somebody is about to send. */
    static String nextKey() {
        return PREFIX + PublicIds.next();
    }

    ImageId image() {
        return new ImageId(imageId);
    }

    String objectKey() {
        return objectKey;
    }

    boolean isMultipart() {
        return !multipartId.equals(WHOLE);
    }

    /** The object store's id of the upload while the parts are arriving. */
    String multipartId() {
        return multipartId;
    }

    /** Base64, a text a part. */
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

    /** Whether it is still the same claim: one that was over may have been followed by another node's. */
    boolean isClaimedLike(ImageUpload claimed) {
        return Objects.equals(claimedUntil, claimed.claimedUntil);
    }

    /** That it could not be worked on was not its own fault, and does not count. */
    void giveBack(Instant notBefore) {
        claimedUntil = notBefore;
        attempts--;
    }

    /** It is whole; its check may begin. */
    void received() {
        claimedUntil = null;
        attempts = 0;
    }

    /** How often it was taken and not given back; a photo that ends its node each time must not end them all. */
    int attempts() {
        return attempts;
    }
}
