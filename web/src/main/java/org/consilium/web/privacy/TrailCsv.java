package org.consilium.web.privacy;

import java.util.List;
import org.consilium.privacy.trail.AffectedPatient;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailRow;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/** The lines of exported reports, in the officer's language. Times are in UTC (ISO 8601). */
record TrailCsv(Words words) {
    private static final List<String> TRAIL = List.of(
            "at",
            "person",
            "role",
            "action",
            "outcome",
            "reason",
            "patient",
            "relation",
            "record",
            "id",
            "address",
            "device",
            "node",
            "request",
            "detail");
    private static final List<String> AFFECTED = List.of("patient", "first", "last", "times");

    String trailHead() {
        return head(TRAIL);
    }

    String affectedHead() {
        return head(AFFECTED);
    }

    private String head(List<String> columns) {
        return Csv.line(
                columns.stream().map(name -> words.text("trail.column." + name)).toArray());
    }

    String line(TrailRow row) {
        TrailEntry entry = row.entry();
        return Csv.line(
                entry.at(),
                name(row.person()),
                EventPhrase.text("trail.role.", entry.role(), words),
                EventPhrase.action(entry, words),
                EventPhrase.text("trail.outcome.", entry.outcome(), words),
                EventPhrase.text("trail.reason.", entry.reason(), words),
                name(row.patient()),
                EventPhrase.text("trail.relation.", entry.relation(), words),
                EventPhrase.text("trail.record.", entry.recordType(), words),
                entry.record(),
                entry.address(),
                entry.device(),
                entry.node(),
                entry.request(),
                entry.detail());
    }

    String line(AffectedPatient affected) {
        return Csv.line(name(affected.patient()), affected.from(), affected.to(), affected.times());
    }

    private static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name().full();
    }
}
