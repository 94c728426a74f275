package org.consilium.privacy.trail;

import java.time.Instant;

/** When, and how often, something was done that concerns a patient. */
record Touched(Instant first, Instant last, long times) {

    /** Of a row of {@link TrailSql#patients}. */
    static Touched of(Object[] row) {
        return new Touched(TrailEntry.instant(row[1]), TrailEntry.instant(row[2]), ((Number) row[3]).longValue());
    }

    Touched and(Touched other) {
        return new Touched(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                times + other.times);
    }
}
