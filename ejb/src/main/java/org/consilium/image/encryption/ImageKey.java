package org.consilium.image.encryption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.Immutable;

/** The wrapped key that encrypts one patient's images. */
@Entity
@Table(name = "image_key")
@Immutable
public class ImageKey {

    @Id
    @Column(name = "owner_id")
    private long ownerKey;

    @Column(name = "wrapped_key")
    private String wrappedKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected ImageKey() {}

    ImageKey(long ownerKey, String wrappedKey, Instant now) {
        this.ownerKey = ownerKey;
        this.wrappedKey = wrappedKey;
        this.createdAt = now;
    }

    String wrappedKey() {
        return wrappedKey;
    }
}
