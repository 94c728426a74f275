package org.consilium.privacy.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consilium.audit.TrailTables;
import org.consilium.database.NativeReads;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;

/** What the staff have done that concerns a patient; what was refused reached nothing, and is not among it. */
@ApplicationScoped
public class StaffAccesses {

    /** Of entries that are read for a page of visits. */
    static final int READ = 600;

    private static final TrailPosition NEWEST =
            new TrailPosition(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /**
     * Until the patient is told of an access in an emergency, or while a privacy officer holds that back, neither the
     * access is shown nor what privacy officers do about it, though the clocks of nodes differ by some minutes.
     */
    private static final String TOLD = " AND NOT ((relation = 'EMERGENCY' OR kind = 'EMERGENCY'"
            + " OR record_type IN ('EMERGENCY', 'FINDING')) AND EXISTS"
            + " (SELECT 1 FROM emergency_access e WHERE e.patient_id = patient AND e.letter IN ('DUE', 'HELD')"
            + " AND (record = e.public_id OR at >= e.opened_at - INTERVAL 5 MINUTE"
            + " AND (role = 'PRIVACY_OFFICER' OR e.clinician_id = account"
            + " AND at <= COALESCE(e.ended_at, e.until_at) + INTERVAL 5 MINUTE))))";

    private static final String BY_STAFF = " FROM %s FORCE INDEX (entry_patient) WHERE patient = ? AND account <> ?"
            + " AND role <> 'PATIENT' AND outcome = 'DONE'" + TOLD;

    private static final String OLDER =
            BY_STAFF + " AND at <= ? AND (at < ? OR id < ?) ORDER BY at DESC, id DESC LIMIT ";

    private static final String NEWER = BY_STAFF + " AND at >= ? AND at <= ? ORDER BY at, id LIMIT ";

    private static final String ONE = " FROM %s WHERE id = ? AND at = ? AND patient = ? AND account <> ?"
            + " AND role <> 'PATIENT' AND outcome = 'DONE'" + TOLD;

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    /** Entries after a position, the newest first. */
    List<TrailEntry> after(Optional<TrailPosition> position, long patient) {
        TrailPosition from = position.orElse(NEWEST);
        LocalDateTime at = utc(from.at());
        return entries(OLDER + READ, List.of(patient, patient, at, at, from.id()));
    }

    /** When each person did something last, between half an hour after a position and that. */
    Map<Long, Instant> before(TrailPosition position, long patient) {
        Map<Long, Instant> last = new HashMap<>();
        LocalDateTime at = utc(position.at());
        entries(NEWER + READ, List.of(patient, patient, at, at.plus(VisitGroups.GAP))).stream()
                .filter(entry ->
                        entry.at().isAfter(position.at()) || entry.position().id() >= position.id())
                .forEach(entry -> last.putIfAbsent(Objects.requireNonNull(entry.account()), entry.at()));
        return last;
    }

    /** The entry at a position, if it concerns the patient. */
    public Optional<TrailEntry> at(TrailPosition position, long patient) {
        return entries(ONE, List.of(position.id(), utc(position.at()), patient, patient)).stream()
                .findFirst();
    }

    private List<TrailEntry> entries(String conditions, List<Object> values) {
        return reads.rows("SELECT " + TrailEntry.COLUMNS + conditions.formatted(tables.entry()), values).stream()
                .map(TrailEntry::of)
                .toList();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
