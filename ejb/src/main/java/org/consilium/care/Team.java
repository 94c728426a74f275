package org.consilium.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.consilium.account.AccountId;
import org.consilium.account.PersonName;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/** Clinicians who answer the same patients. One team is the intake: it gets new consultations first. */
@Entity
@Table(name = "team")
public class Team extends VersionedEntity {

    private String name;

    @SuppressWarnings("unused") // read by queries
    private @Nullable Boolean intake;

    @Column(name = "response_minutes")
    private @Nullable Integer responseMinutes;

    @Column(name = "lead_minutes")
    private @Nullable Integer leadMinutes;

    /** A clinician of the team. */
    @Column(name = "lead_id")
    private @Nullable Long leadKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Team() {}

    TeamSummary summary() {
        return new TeamSummary(new TeamId(publicId()), name);
    }

    void decide(TeamSettings settings, @Nullable Long lead) {
        responseMinutes = settings.responseMinutes();
        leadMinutes = settings.leadMinutes();
        leadKey = lead;
    }

    /** As the page of teams shows it. */
    LedTeam asLed(@Nullable AccountId lead, @Nullable PersonName leadName) {
        return new LedTeam(
                new TeamId(publicId()), name, leadName, new TeamSettings(responseMinutes, leadMinutes, lead));
    }

    TeamRule rule() {
        return new TeamRule(key(), responseMinutes, leadMinutes, leadKey);
    }

    String name() {
        return name;
    }
}
