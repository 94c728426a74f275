package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.audit.TrailTables;
import org.consilium.database.NativeReads;
import org.jspecify.annotations.Nullable;

/** Tells which days a report does not have, as they are in the archive alone. */
@ApplicationScoped
public class ArchivedDays {

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    /** Among all days. */
    public @Nullable ArchivedPeriod all() {
        return between(TrailSelection.FIRST, TrailSelection.LAST);
    }

    /** Among the days since one. */
    public @Nullable ArchivedPeriod since(LocalDate day) {
        return between(day.atStartOfDay(), TrailSelection.LAST);
    }

    /** Among those of a selection; null if there is none. */
    @Nullable
    ArchivedPeriod of(TrailSelection selection) {
        return between(selection.from(), selection.until());
    }

    private @Nullable ArchivedPeriod between(LocalDateTime from, LocalDateTime until) {
        Object[] found = reads.rows(
                        "SELECT MIN(day), MAX(day) FROM " + tables.archivedDay()
                                + " WHERE entries > 0 AND dropped_at IS NOT NULL AND fetched_at IS NULL"
                                + " AND day >= DATE(?) AND day < ?",
                        List.of(from, until))
                .getFirst();
        return found[0] == null
                ? null
                : new ArchivedPeriod(LocalDate.parse(found[0].toString()), LocalDate.parse(found[1].toString()));
    }
}
