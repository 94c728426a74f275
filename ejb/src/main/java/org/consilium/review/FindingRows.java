package org.consilium.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** Findings as the privacy officers see them, with the people in them. */
@ApplicationScoped
public class FindingRows {

    @Inject
    private Findings findings;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /** Those that nobody has decided, the newest first, as one officer sees them. */
    Slice<FindingRow> open(@Nullable FindingId after, long reader) {
        List<Finding> found = findings.open(after, reader);
        Map<Long, AccountSummary> people = people(found, List.of());
        return Slice.cut(
                found.stream().map(finding -> row(finding, people, reader)).toList(),
                row -> row.id().value());
    }

    /** Those that are decided, the latest decision first. */
    Slice<ReviewedFinding> decided(@Nullable FindingId after, long reader) {
        List<Decision> decisions = findings.decisions(after, reader);
        Map<Long, Finding> found = findings
                .byKey(decisions.stream().map(Decision::findingKey).toList())
                .stream()
                .collect(Collectors.toMap(Finding::key, Function.identity()));
        Map<Long, AccountSummary> people = people(found.values(), decisions);
        return Slice.cut(
                decisions.stream()
                        .map(decision -> new ReviewedFinding(
                                row(Objects.requireNonNull(found.get(decision.findingKey())), people, reader),
                                signed(decision, people)))
                        .toList(),
                row -> row.finding().id().value());
    }

    ReviewedFinding of(Finding finding, long reader) {
        List<Decision> decision = findings.decision(finding).stream().toList();
        Map<Long, AccountSummary> people = people(List.of(finding), decision);
        return new ReviewedFinding(
                row(finding, people, reader), decision.isEmpty() ? null : signed(decision.getFirst(), people));
    }

    private FindingRow row(Finding finding, Map<Long, AccountSummary> people, long reader) {
        return finding.asRow(people, reader, clock.instant());
    }

    private static SignedDecision signed(Decision decision, Map<Long, AccountSummary> people) {
        return decision.asSigned(
                Objects.requireNonNull(people.get(decision.officerKey())).name().full());
    }

    private Map<Long, AccountSummary> people(Collection<Finding> found, Collection<Decision> decisions) {
        Stream<Long> concerned = found.stream()
                .flatMap(finding -> Stream.of(finding.accountKey(), finding.patientKey()))
                .filter(Objects::nonNull);
        return accounts.summaries(Stream.concat(concerned, decisions.stream().map(Decision::officerKey))
                .distinct()
                .toList());
    }
}
