package org.consilium.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.access.RecordId;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/**
 * The row of an entry.
 *
 * @param values of all columns but the patient
 * @param patient the patient's key, or the public id of the record that {@code query} takes
 * @param query for the patient; see {@link RecordPatients}; absent if the patient is known, or there is none
 */
record EntryRow(
        List<@Nullable Object> values,
        @Nullable Object patient,
        @Nullable String query) {
    private static final String COLUMNS = "at, kind, action, outcome, account, role, record_type, record, relation,"
            + " address, device, node, request, reason, detail, patient";

    private static final String PARAMETERS = "?, ".repeat(15);

    /** ConsultationId is of a CONSULTATION. */
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> id) {
            return id.getSimpleName()
                    .replaceFirst("Id$", "")
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
        }
    };

    static EntryRow of(Entry entry, String node, @Nullable String patientQuery) {
        RecordId record = entry.record();
        Origin origin = entry.origin();
        String publicId = record == null ? null : publicId(record);
        List<@Nullable Object> values = Arrays.asList(
                entry.at(),
                entry.kind().name(),
                entry.action(),
                entry.outcome().name(),
                entry.account(),
                name(entry.role()),
                record == null ? null : TYPES.get(record.getClass()),
                publicId,
                name(entry.relation()),
                origin == null ? null : origin.address(),
                origin == null ? null : origin.device(),
                node,
                origin == null ? null : origin.request(),
                entry.reason(),
                entry.detail());
        boolean asked = publicId != null && entry.patient() == null && patientQuery != null;
        return new EntryRow(values, asked ? publicId : entry.patient(), asked ? patientQuery : null);
    }

    /** The same for a patient who has been found. */
    EntryRow about(@Nullable Object patientKey) {
        return new EntryRow(values, patientKey, null);
    }

    /**
     * The statement that adds rows, all or none. It is INSERT ... SELECT even if the patients are known: a query in
     * VALUES would be a locking read, which waits for the lock of its own transaction.
     */
    static String insert(String table, List<EntryRow> rows) {
        return rows.stream()
                .map(EntryRow::select)
                .collect(Collectors.joining(" UNION ALL ", "INSERT INTO " + table + " (" + COLUMNS + ") ", ""));
    }

    /** The parameters of that statement, in their order. */
    static List<@Nullable Object> parameters(List<EntryRow> rows) {
        List<@Nullable Object> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(row.all()));
        return all;
    }

    /** The values of all columns, the patient last. */
    List<@Nullable Object> all() {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(patient);
        return all;
    }

    private String select() {
        return "SELECT " + PARAMETERS + (query == null ? "?" : '(' + query + ')');
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** Somebody may ask for anything; only an id is on record. */
    private static @Nullable String publicId(RecordId record) {
        return PublicIds.isWellFormed(record.value()) ? record.value() : null;
    }
}
