package org.consilium.review.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import org.consilium.audit.AuditKind;
import org.consilium.review.rule.Entry;
import org.jspecify.annotations.Nullable;

/** Counts what somebody of the staff has done on a day. */
final class DayCount {

    private long accesses;
    private long afterHours;
    private long refusals;
    private @Nullable Entry first;
    private @Nullable Entry last;

    /**
     * Whom and what it is about.
     *
     * @param account the key of the person's account
     */
    record Key(long account, LocalDate day) {}

    void add(Entry entry, boolean working) {
        if (entry.isAccess()) {
            accesses++;
            afterHours += working ? 0 : 1;
        } else {
            refusals++;
        }
        first = first == null || entry.at().isBefore(first.at()) ? entry : first;
        last = last == null || entry.at().isAfter(last.at()) ? entry : last;
    }

    /** Adds what was counted before. */
    void add(long accessesBefore, long afterHoursBefore, long refusalsBefore) {
        accesses += accessesBefore;
        afterHours += afterHoursBefore;
        refusals += refusalsBefore;
    }

    long accesses() {
        return accesses;
    }

    long afterHours() {
        return afterHours;
    }

    long refusals() {
        return refusals;
    }

    AuditKind kind() {
        return entry(last).kind();
    }

    Instant firstAt() {
        return entry(first).at();
    }

    Instant lastAt() {
        return entry(last).at();
    }

    private static Entry entry(@Nullable Entry counted) {
        if (counted == null) {
            throw new IllegalStateException("nothing was counted");
        }
        return counted;
    }
}
