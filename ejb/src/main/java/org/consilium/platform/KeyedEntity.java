package org.consilium.platform;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A row with a key that the database generates, and that never leaves the application. */
@MappedSuperclass
public abstract class KeyedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private @Nullable Long key;

    /**
     * The key by which other rows refer to this one.
     *
     * @throws IllegalStateException before the row is stored
     */
    public long key() {
        if (key == null) {
            throw new IllegalStateException("not stored yet");
        }
        return key;
    }
}
