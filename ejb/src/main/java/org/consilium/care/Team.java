package org.consilium.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Clinicians who answer the same patients. One team is the first to see what patients send: the intake. */
@Entity
@Table(name = "team")
@EntityListeners(TeamListener.class)
public class Team {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String name;

    @SuppressWarnings("unused") // read by queries
    private @Nullable Boolean intake;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Team() {}

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    TeamSummary summary() {
        return new TeamSummary(new TeamId(publicId), name);
    }

    String name() {
        return name;
    }
}
