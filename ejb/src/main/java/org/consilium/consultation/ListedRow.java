package org.consilium.consultation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.consilium.access.Caller;
import org.consilium.account.PersonName;
import org.consilium.database.InstantConverter;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and whether the numbers are right from which its unread count was made.
 *
 * @param key the consultation's
 */
record ListedRow(long key, boolean numbered, ConsultationSummary summary) {

    /** Of the consultation {@code c}, its patient {@code p}, its clinician {@code d}, and the reader {@code r}. */
    static final String COLUMNS = "c.public_id, c.title, c.status, c.urgency, p.first_name, p.last_name,"
            + " d.first_name, d.last_name, c.waiting_since, c.last_activity_at, c.messages, c.summaries, c.notes,"
            + " r.written, r.read_of_others, c.id, c.version, c.numbered_version";

    private static final InstantConverter TIMES = new InstantConverter();

    static ListedRow of(Object[] row, Caller reader) {
        int all = Writing.all(number(row[10]), number(row[11]), number(row[12]), reader);
        ConsultationSummary summary = new ConsultationSummary(
                new ConsultationId((String) row[0]),
                (String) row[1],
                Status.valueOf((String) row[2]),
                Severity.of(number(row[3])),
                PersonName.full((String) row[4], (String) row[5]),
                row[7] == null ? null : PersonName.full((String) row[6], (String) row[7]),
                time(row[8]),
                time(row[9]),
                Math.max(0, all - number(row[13]) - number(row[14])));
        return new ListedRow((long) row[15], Consultation.isNumbered((long) row[16], (Long) row[17]), summary);
    }

    private static Instant time(Object stored) {
        return Objects.requireNonNull(TIMES.convertToEntityAttribute((LocalDateTime) stored));
    }

    /** Zero where there is nothing. */
    private static int number(@Nullable Object stored) {
        return stored == null ? 0 : ((Number) stored).intValue();
    }
}
