package org.consilium.review;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The privacy officers look at findings, and decide about each once. */
@Stateless
public class ReviewService {

    @Inject
    private Findings findings;

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Event<ReviewsChanged> changes;

    @Inject
    private Clock clock;

    /** Those that nobody has decided, the newest first. */
    @Requires(Action.LIST_REVIEWS)
    public Slice<FindingRow> open(@Nullable FindingId after) {
        long reader = callers.get().accountKey();
        return Slice.cut(rows(findings.open(after, reader)), row -> row.id().value());
    }

    /** Those that are decided, the latest decision first. */
    @Requires(Action.LIST_REVIEWS)
    public Slice<ReviewedFinding> decided(@Nullable FindingId after) {
        List<Decision> decisions = findings.decisions(after);
        Map<Long, Finding> found = findings
                .byKey(decisions.stream().map(Decision::findingKey).toList())
                .stream()
                .collect(Collectors.toMap(Finding::key, Function.identity()));
        Map<Long, AccountSummary> people = people(found.values(), decisions);
        return Slice.cut(
                decisions.stream()
                        .map(decision -> new ReviewedFinding(
                                row(Objects.requireNonNull(found.get(decision.findingKey())), people),
                                signed(decision, people)))
                        .toList(),
                row -> row.finding().id().value());
    }

    /** One of them. */
    @Requires(Action.READ_REVIEW)
    public ReviewedFinding get(FindingId id) {
        Finding finding = find(id);
        List<Decision> decision = findings.decision(finding).stream().toList();
        Map<Long, AccountSummary> people = people(List.of(finding), decision);
        return new ReviewedFinding(
                row(finding, people), decision.isEmpty() ? null : signed(decision.getFirst(), people));
    }

    /**
     * Decides about a finding. That the caller has just proved who they are is the signature; who it was, and when, is
     * kept with the decision for good.
     *
     * @param ticket of the caller, who has proved just now who they are
     * @throws ReviewRefusedException when it is decided, or was not decided by the caller in time and others can
     */
    @Requires(Action.DECIDE_REVIEW)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void decide(FindingId id, @Valid NewDecision form, FreshTicket ticket) {
        Finding finding = find(id);
        long officer = callers.get().accountKey();
        if (finding.isHandedOnFrom(officer) && isAnotherThere(officer)) {
            throw new ReviewRefusedException(ReviewRefusal.HANDED_ON);
        }
        finding.decide(clock.instant());
        findings.add(new Decision(finding, form, officer, clock.instant()));
        audit.fire(AuditEvent.of(AuditKind.CHANGE).because(form.outcome()).with("entries", finding.entries()));
        changes.fire(new ReviewsChanged(id));
    }

    private boolean isAnotherThere(long officer) {
        return accounts.activeOwners(Role.PRIVACY_OFFICER).stream().anyMatch(owner -> owner.accountKey() != officer);
    }

    private List<FindingRow> rows(List<Finding> found) {
        Map<Long, AccountSummary> people = people(found, List.of());
        return found.stream().map(finding -> row(finding, people)).toList();
    }

    private FindingRow row(Finding finding, Map<Long, AccountSummary> people) {
        return finding.asRow(people, callers.get().accountKey(), clock.instant());
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

    private Finding find(FindingId id) {
        return findings.find(id).orElseThrow(NotFoundException::new);
    }
}
