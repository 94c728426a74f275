package org.consilium.consultation;

import java.time.Instant;
import org.consilium.access.Caller;
import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and whether the numbers are right from which its unread count was made.
 *
 * @param key the consultation's
 */
record ListedRow(long key, boolean numbered, ConsultationSummary summary) {

    /** Of the consultation {@code c}, its patient {@code p}, its clinician {@code d}, and the reader {@code r}. */
    static final String COLUMNS = "c.publicId, c.title, c.status, c.urgency, p.firstName, p.lastName, d.firstName,"
            + " d.lastName, c.waitingSince, c.lastActivityAt, c.messages, c.summaries, c.notes, r.written,"
            + " r.readOfOthers, c.key, c.version, c.numberedVersion";

    static ListedRow of(Object[] row, Caller reader) {
        int all = Writing.all((int) row[10], (int) row[11], (int) row[12], reader);
        ConsultationSummary summary = new ConsultationSummary(
                new ConsultationId((String) row[0]),
                (String) row[1],
                (Status) row[2],
                Severity.of((int) row[3]),
                PersonName.full((String) row[4], (String) row[5]),
                row[7] == null ? null : PersonName.full((String) row[6], (String) row[7]),
                (Instant) row[8],
                (Instant) row[9],
                Math.max(0, all - orZero(row[13]) - orZero(row[14])));
        return new ListedRow((long) row[15], Consultation.isNumbered((long) row[16], (Long) row[17]), summary);
    }

    private static int orZero(@Nullable Object number) {
        return number == null ? 0 : (int) number;
    }
}
