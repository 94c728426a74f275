package org.consilium.care;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/** Clinicians who answer the same patients. One team is the intake: it gets new consultations first. */
@Entity
@Table(name = "team")
public class Team extends VersionedEntity {

    private String name;

    @SuppressWarnings("unused") // read by queries
    private @Nullable Boolean intake;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Team() {}

    TeamSummary summary() {
        return new TeamSummary(new TeamId(publicId()), name);
    }

    String name() {
        return name;
    }
}
