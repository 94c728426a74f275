package org.consilium.care.cover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.PersonName;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A clinician covers for a colleague who is away. It begins and ends by itself, as its times are a part of each
 * permission that it gives; one that is ended early ends at that moment. It is kept for good.
 */
@Entity
@Table(name = "cover")
public class Cover extends VersionedEntity {

    @Column(name = "covered_id")
    private long coveredKey;

    @SuppressWarnings("unused") // read by queries
    @Column(name = "covering_id")
    private long coveringKey;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "given_by")
    private long givenBy;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "ended_by")
    private @Nullable Long endedBy;

    @SuppressWarnings("unused") // kept for good
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Cover() {}

    Cover(long coveredKey, long coveringKey, Period period, long givenBy, Instant now) {
        super(PublicIds.next());
        this.coveredKey = coveredKey;
        this.coveringKey = coveringKey;
        this.startsAt = period.from();
        this.endsAt = period.until();
        this.givenBy = givenBy;
        this.givenAt = now;
    }

    /** Somebody ends it before its time; one that has not begun never runs. */
    void end(long person, Instant now) {
        endsAt = now.isBefore(startsAt) ? startsAt : now;
        endedBy = person;
        endedAt = now;
    }

    boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    CoverId id() {
        return new CoverId(publicId());
    }

    long coveredKey() {
        return coveredKey;
    }

    long coveringKey() {
        return coveringKey;
    }

    /** As those who plan see it. */
    PlannedCover asPlanned(PersonName covered, PersonName covering, boolean endable, Instant now) {
        return new PlannedCover(id(), covered, covering, startsAt, endsAt, !startsAt.isAfter(now), endable);
    }
}
