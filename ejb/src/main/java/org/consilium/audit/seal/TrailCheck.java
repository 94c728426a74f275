package org.consilium.audit.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.platform.KeyedEntity;
import org.consilium.trail.verify.Finding;
import org.consilium.trail.verify.FindingKind;
import org.consilium.trail.verify.Report;
import org.jspecify.annotations.Nullable;

/** A verification of the whole trail, and its result; kept for good. */
@Entity
@Table(name = "trail_check")
public class TrailCheck extends KeyedEntity {
    /** After which a node that has not been heard of has ended. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int MOST_FINDINGS = 200;

    @Column(name = "requested_by")
    private long requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "heard_at")
    private Instant heardAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckOutcome outcome;

    private long entries;
    private long seals;
    private long anchors;
    private long unsealed;

    @Column(name = "finding_count")
    private long findingCount;

    private String findings = "";

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected TrailCheck() {}

    TrailCheck(long requestedBy, Instant now) {
        this.requestedBy = requestedBy;
        this.requestedAt = now;
        this.heardAt = now;
    }

    boolean isRunning(Instant now) {
        return endedAt == null && now.isBefore(heardAt.plus(SILENCE));
    }

    void goOn(long read, Instant now) {
        entries = read;
        heardAt = now;
    }

    void end(Report report, Instant now) {
        endedAt = now;
        outcome = report.isIntact() ? CheckOutcome.INTACT : CheckOutcome.NOT_INTACT;
        entries = report.entries();
        seals = report.seals();
        anchors = report.anchors();
        unsealed = report.unsealed();
        findingCount = report.findings().size() + report.others();
        findings = report.findings().stream()
                .limit(MOST_FINDINGS)
                .map(finding -> finding.kind() + "\t" + String.join("\t", finding.values()))
                .collect(Collectors.joining("\n"));
    }

    void fail(Instant now) {
        endedAt = now;
        outcome = CheckOutcome.FAILED;
    }

    /** As the privacy officer sees it. */
    CheckResult asResult(Instant now) {
        boolean lost = endedAt == null && !isRunning(now);
        return new CheckResult(
                requestedAt,
                endedAt,
                lost ? CheckOutcome.FAILED : outcome,
                entries,
                seals,
                anchors,
                unsealed,
                findingCount,
                findings.isEmpty()
                        ? List.of()
                        : findings.lines().map(TrailCheck::finding).toList());
    }

    private static Finding finding(String line) {
        List<String> parts = Arrays.asList(line.split("\t", -1));
        return new Finding(FindingKind.valueOf(parts.getFirst()), parts.subList(1, parts.size()));
    }
}
