package org.consilium.privacy.trail;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are meant, in terms of its columns.
 *
 * @param values of columns, the most selective one first
 * @param from inclusive, in UTC
 * @param until exclusive
 */
public record TrailSelection(Map<TrailColumn, Object> values, LocalDateTime from, LocalDateTime until) {

    /** No entry is before this, and none after {@link #LAST}. */
    static final LocalDateTime FIRST = LocalDateTime.of(2000, 1, 1, 0, 0);

    static final LocalDateTime LAST = LocalDateTime.of(9999, 1, 1, 0, 0);

    /**
     * That of a filter.
     *
     * @param person the key of its person's account, if it has one
     * @param patient the same of its patient
     * @param hospital where its days begin
     */
    static TrailSelection of(TrailFilter filter, @Nullable Long person, @Nullable Long patient, ZoneId hospital) {
        Map<TrailColumn, Object> values = new EnumMap<>(TrailColumn.class);
        put(values, TrailColumn.RECORD, filter.record());
        put(values, TrailColumn.PATIENT, patient);
        put(values, TrailColumn.ACCOUNT, person);
        put(values, TrailColumn.ADDRESS, filter.address());
        put(
                values,
                TrailColumn.KIND,
                filter.kind() == null ? null : filter.kind().name());
        LocalDate until = filter.until();
        return new TrailSelection(
                values,
                filter.from() == null ? FIRST : begin(filter.from(), hospital),
                until == null ? LAST : begin(until.plusDays(1), hospital));
    }

    private static void put(Map<TrailColumn, Object> values, TrailColumn column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    private static LocalDateTime begin(LocalDate day, ZoneId hospital) {
        return LocalDateTime.ofInstant(day.atStartOfDay(hospital).toInstant(), ZoneOffset.UTC);
    }
}
