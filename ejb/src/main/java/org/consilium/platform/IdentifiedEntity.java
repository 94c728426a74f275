package org.consilium.platform;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** A row that people and other systems know by a random public id; each entity gives it in a type of its own. */
@MappedSuperclass
public abstract class IdentifiedEntity extends KeyedEntity {

    @Column(name = "public_id")
    private String publicId;

    @SuppressWarnings("NullAway.Init") // JPA fills the field
    protected IdentifiedEntity() {}

    protected IdentifiedEntity(String publicId) {
        this.publicId = publicId;
    }

    protected String publicId() {
        return publicId;
    }
}
