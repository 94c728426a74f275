package org.consilium.privacy.trail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as it is stored. Codes are texts, as an entry may be of a version that had others.
 *
 * @param account the key of the person's account; null if nobody had signed in
 * @param patient the key of the account of the patient concerned
 */
public record TrailEntry(
        TrailPosition position,
        String kind,
        String action,
        String outcome,
        @Nullable Long account,
        @Nullable String role,
        @Nullable Long patient,
        @Nullable String recordType,
        @Nullable String record,
        @Nullable String relation,
        @Nullable String address,
        @Nullable String device,
        String node,
        @Nullable String request,
        @Nullable String reason,
        @Nullable String detail) {

    /** What {@link #of} reads, in its order. */
    public static final String COLUMNS = "id, at, kind, action, outcome, account, role, patient, record_type, record,"
            + " relation, address, device, node, request, reason, detail";

    /** Of a row with {@link #COLUMNS}. */
    public static TrailEntry of(Object[] row) {
        return new TrailEntry(
                new TrailPosition(instant(row[1]), ((Number) row[0]).longValue()),
                row[2].toString(),
                row[3].toString(),
                row[4].toString(),
                number(row[5]),
                text(row[6]),
                number(row[7]),
                text(row[8]),
                text(row[9]),
                text(row[10]),
                text(row[11]),
                text(row[12]),
                row[13].toString(),
                text(row[14]),
                text(row[15]),
                text(row[16]));
    }

    public Instant at() {
        return position.at();
    }

    static Instant instant(Object column) {
        return ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Long number(@Nullable Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    private static @Nullable String text(@Nullable Object column) {
        return Objects.toString(column, null);
    }
}
