package org.consilium.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A nurse or a doctor, and the teams they work in. */
@Entity
@Table(name = "clinician")
public class Clinician {

    @Id
    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @ManyToMany
    @JoinTable(
            name = "team_member",
            joinColumns = @JoinColumn(name = "clinician_id"),
            inverseJoinColumns = @JoinColumn(name = "team_id"))
    private Set<Team> teams = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Clinician() {}

    Clinician(long accountKey, Instant now) {
        this.accountKey = accountKey;
        this.joinedAt = now;
    }

    void join(Team team) {
        teams.add(team);
    }
}
