package org.consilium.privacy.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.consilium.audit.AuditKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each statement reads a range of one index, the most selective one that there is. */
class TrailSqlTest {
    private static final String TABLE = "x_trail.entry";
    private static final ZoneId HOSPITAL = ZoneId.of("America/New_York");

    private static TrailSelection selection(TrailFilter filter) {
        return TrailSelection.of(
                filter, filter.person() == null ? null : 7L, filter.patient() == null ? null : 8L, HOSPITAL);
    }

    private static TrailFilter filter(@Nullable String record, @Nullable String address, @Nullable AuditKind kind) {
        return new TrailFilter(null, null, address, record, kind, null, null);
    }

    @Test
    void oneValueIsReadByItsIndexAlone() {
        TrailSql statement = TrailSql.newest(TABLE, selection(filter(null, "192.0.2.7", null)), null, 21);
        assertThat(statement.text())
                .contains(
                        "FORCE INDEX (entry_address) WHERE address = ? AND at >= ? AND at < ? ORDER BY at DESC, id DESC")
                .endsWith("LIMIT 21")
                .doesNotContain("FROM (");
        assertThat(statement.values()).hasSize(3).startsWith("192.0.2.7");
    }

    @Test
    void furtherValuesAreComparedWithABoundedNumberOfEntries() {
        TrailSelection selection = selection(filter("record", "192.0.2.7", AuditKind.PHOTO));
        TrailSql statement = TrailSql.newest(TABLE, selection, null, 21);
        assertThat(statement.text())
                .contains(
                        "FORCE INDEX (entry_record)",
                        "LIMIT " + TrailSql.SCANNED + ") s WHERE address = ? AND kind = ?")
                .endsWith("LIMIT 21");
        assertThat(statement.values()).hasSize(5).startsWith("record").endsWith("192.0.2.7", "PHOTO");
        assertThat(TrailSql.end(TABLE, selection, null).text()).endsWith("LIMIT 1 OFFSET " + (TrailSql.SCANNED - 1));
    }

    /** The index of the first one has all that is asked for, so that no entry is read. */
    @Test
    void patientsAreReadByAnIndexUpToThePositionWhereTheNextStatementGoesOn() {
        TrailSelection selection = selection(filter(null, "192.0.2.7", null));
        TrailPosition after = new TrailPosition(Instant.parse("2026-11-29T10:00:00Z"), 9);
        TrailPosition last = new TrailPosition(Instant.parse("2026-11-28T10:00:00Z"), 5);
        TrailSql statement = TrailSql.patients(TABLE, selection, after, last);
        assertThat(statement.text())
                .contains(
                        "FORCE INDEX (entry_address) WHERE address = ?",
                        "AND at <= ? AND (at < ? OR id < ?)",
                        "AND at >= ? AND (at > ? OR id >= ?)")
                .endsWith("GROUP BY patient");
        assertThat(statement.values()).hasSize(9).endsWith(LocalDateTime.of(2026, 11, 28, 10, 0), 5L);
        assertThat(TrailSql.patients(TABLE, selection, after, null).values()).hasSize(6);
        assertThat(TrailSql.endOfPatients(TABLE, selection, after).text())
                .endsWith("LIMIT 1 OFFSET " + (TrailSql.SCANNED_IN_INDEX - 1));
    }

    @Test
    void fewerEntriesAreLookedThroughWhereTheTableHasToBeRead() {
        String few = "OFFSET " + (TrailSql.SCANNED - 1);
        assertThat(TrailSql.endOfPatients(TABLE, selection(filter("record", null, null)), null)
                        .text())
                .endsWith(few);
        assertThat(TrailSql.endOfPatients(TABLE, selection(filter(null, "192.0.2.7", AuditKind.PHOTO)), null)
                        .text())
                .endsWith(few);
    }

    @Test
    void everythingIsReadKindByKind() {
        TrailSql statement = TrailSql.newest(TABLE, selection(TrailFilter.NONE), null, 21);
        assertThat(statement.text().split("FORCE INDEX \\(entry_kind\\)", -1)).hasSize(AuditKind.values().length + 1);
        assertThat(statement.values()).hasSize(3 * AuditKind.values().length);
    }

    @Test
    void aPageBeginsAfterTheLastEntryOfThePageBefore() {
        TrailPosition after = new TrailPosition(Instant.parse("2026-11-29T10:00:00Z"), 5);
        TrailSql statement = TrailSql.newest(TABLE, selection(filter("record", null, null)), after, 21);
        LocalDateTime at = LocalDateTime.of(2026, 11, 29, 10, 0);
        assertThat(statement.text()).contains("AND at <= ? AND (at < ? OR id < ?)");
        assertThat(statement.values()).endsWith(at, at, 5L);
    }

    @Test
    void daysBeginAtTheHospital() {
        TrailSelection selection = TrailSelection.of(
                new TrailFilter(null, null, null, "r", null, LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29)),
                null,
                null,
                HOSPITAL);
        assertThat(selection.from()).isEqualTo(LocalDateTime.of(2026, 11, 28, 5, 0));
        assertThat(selection.until()).isEqualTo(LocalDateTime.of(2026, 11, 30, 5, 0));
    }
}
