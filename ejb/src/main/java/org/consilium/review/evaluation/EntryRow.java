package org.consilium.review.evaluation;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Role;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.consilium.review.rule.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail.
 *
 * @param entry empty for one of a later version, with words that this one does not know
 */
record EntryRow(long id, Optional<Entry> entry) {

    static final String COLUMNS = "id, at, kind, action, outcome, account, role, patient, record IS NOT NULL, relation,"
            + " address, device, reason";

    static EntryRow of(@Nullable Object[] row) {
        long id = Objects.requireNonNull(number(row[0]));
        return new EntryRow(id, known(id, row));
    }

    private static Optional<Entry> known(long id, @Nullable Object[] row) {
        AuditKind kind = constant(AuditKind.values(), row[2]);
        Outcome outcome = constant(Outcome.values(), row[4]);
        Role role = constant(Role.values(), row[6]);
        if (kind == null || outcome == null || (role == null && row[6] != null)) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                id,
                ((LocalDateTime) Objects.requireNonNull(row[1])).toInstant(ZoneOffset.UTC),
                kind,
                String.valueOf(row[3]),
                outcome,
                number(row[5]),
                role,
                number(row[7]),
                Objects.requireNonNull(number(row[8])) == 1,
                text(row[9]),
                text(row[10]),
                text(row[11]),
                text(row[12])));
    }

    private static <T extends Enum<T>> @Nullable T constant(T[] all, @Nullable Object name) {
        return Arrays.stream(all)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : Long.valueOf(((Number) value).longValue());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
