package org.consilium.audit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.access.RecordId;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/**
 * The statement that adds an entry. It is INSERT ... SELECT even without a query for the patient: one in VALUES would
 * be a locking read, which waits for the lock of its own transaction.
 *
 * @param values of its parameters, in their order
 */
record EntryRow(String sql, List<@Nullable Object> values) {
    private static final String COLUMNS = "at, kind, action, outcome, account, role, record_type, record, relation,"
            + " address, device, node, request, reason, detail, patient";

    private static final String PARAMETERS = " (" + COLUMNS + ") SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";

    /**
     * Of one table.
     *
     * @param patientQuery see {@link RecordPatients}; null if the patient is known, or there is none
     */
    static EntryRow of(Entry entry, String table, String node, @Nullable String patientQuery) {
        RecordId record = entry.record();
        Origin origin = entry.origin();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(entry.at());
        values.add(entry.kind().name());
        values.add(entry.action());
        values.add(entry.outcome().name());
        values.add(entry.account());
        values.add(name(entry.role()));
        values.add(record == null ? null : type(record));
        values.add(record == null ? null : publicId(record));
        values.add(name(entry.relation()));
        values.add(origin == null ? null : origin.address());
        values.add(origin == null ? null : origin.device());
        values.add(node);
        values.add(origin == null ? null : origin.request());
        values.add(entry.reason());
        values.add(entry.detail());
        if (record == null || entry.patient() != null || patientQuery == null) {
            values.add(entry.patient());
            return new EntryRow("INSERT INTO " + table + PARAMETERS + "?", values);
        }
        values.add(publicId(record));
        return new EntryRow("INSERT INTO " + table + PARAMETERS + '(' + patientQuery + ')', values);
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** ConsultationId is of a CONSULTATION. */
    static String type(RecordId record) {
        return record.getClass()
                .getSimpleName()
                .replaceFirst("Id$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** Somebody may ask for anything; no public id is longer. */
    private static @Nullable String publicId(RecordId record) {
        return PublicIds.isWellFormed(record.value()) ? record.value() : null;
    }

    /** When it happened. */
    LocalDateTime at() {
        return (LocalDateTime) Objects.requireNonNull(values.getFirst());
    }
}
