package org.consilium.platform;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** A row that changes; of two transactions that change it at once, the second fails. */
@MappedSuperclass
public abstract class VersionedEntity extends IdentifiedEntity {

    @Version
    private long version;

    protected VersionedEntity() {}

    protected VersionedEntity(String publicId) {
        super(publicId);
    }

    /** Grows with each change. */
    public long version() {
        return version;
    }
}
