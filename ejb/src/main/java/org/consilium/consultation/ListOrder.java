package org.consilium.consultation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** An order of consultations. It ends in the row's key, so that it is clear where a slice begins. */
enum ListOrder {
    LATEST_FIRST("%1$slast_activity_at", " desc") {
        @Override
        ListCondition after(Consultation last) {
            return before("last_activity_at", last.lastActivityAt(), last);
        }
    },

    /** Of those that are closed. Messages leave its index as it is, because before that there is no time in it. */
    LATEST_CLOSED_FIRST("%1$sclosed_at", " desc") {
        @Override
        ListCondition after(Consultation last) {
            // after one that was opened again meanwhile, the list begins at its head
            return before("closed_at", Objects.requireNonNullElse(last.closedAt(), last.lastActivityAt()), last);
        }
    },

    URGENT_FIRST("%1$surgency, %1$swaiting_since", "") {
        @Override
        ListCondition after(Consultation last) {
            int urgency = last.severity().urgency();
            LocalDateTime waiting = utc(last.waitingSince());
            return new ListCondition(
                    "(c.urgency > ? or (c.urgency = ? and (c.waiting_since > ? or (c.waiting_since = ? and c.id > ?))))",
                    List.of(urgency, urgency, waiting, waiting, last.key()));
        }
    };

    private final String columns;
    private final String direction;

    ListOrder(String columns, String direction) {
        this.columns = columns;
        this.direction = direction;
    }

    /** What follows a row in this order; each branch is a range of an index. */
    abstract ListCondition after(Consultation last);

    /** The clause that sorts the rows of a table. */
    String by(String table) {
        return " order by " + columns(table).replace(",", direction + ",") + direction + ", " + table + "id"
                + direction;
    }

    /** The columns that it consists of, besides the key. */
    String columns(String table) {
        return columns.formatted(table);
    }

    private static ListCondition before(String column, Instant time, Consultation last) {
        LocalDateTime at = utc(time);
        return new ListCondition(
                "(c.%1$s < ? or (c.%1$s = ? and c.id < ?))".formatted(column), List.of(at, at, last.key()));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
