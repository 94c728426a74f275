package org.consilium.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.Immutable;

/** The key of one person's images, wrapped. */
@Entity
@Table(name = "image_key")
@Immutable
public class ImageKey {

    @Id
    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "wrapped_key")
    private String wrappedKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ImageKey() {}

    ImageKey(long ownerId, String wrappedKey, Instant now) {
        this.ownerId = ownerId;
        this.wrappedKey = wrappedKey;
        this.createdAt = now;
    }

    String wrappedKey() {
        return wrappedKey;
    }
}
