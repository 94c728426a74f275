package org.consilium.review;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Iterator;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Slice;
import org.consilium.platform.SliceReader;
import org.consilium.platform.SliceRows;
import org.jspecify.annotations.Nullable;

/** The privacy officers look at findings, and decide about each once. */
@Stateless
public class ReviewService {

    @Inject
    private Findings findings;

    @Inject
    private FindingRows rows;

    @Inject
    private SliceReader slices;

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
        return rows.open(after, officer());
    }

    /** Those that are decided, the latest decision first. */
    @Requires(Action.LIST_REVIEWS)
    public Slice<ReviewedFinding> decided(@Nullable FindingId after) {
        return rows.decided(after, officer());
    }

    /**
     * All that {@link #open} shows, to be kept outside of the system. The export is on record once this returns.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<FindingRow> exportOpen(FreshTicket ticket) {
        long reader = officer();
        audit.fire(AuditEvent.of(AuditKind.EXPORT).with("report", "reviews"));
        return new SliceRows<>(slices, after -> rows.open(id(after), reader));
    }

    /** The same for {@link #decided}. */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<ReviewedFinding> exportDecided(FreshTicket ticket) {
        long reader = officer();
        audit.fire(AuditEvent.of(AuditKind.EXPORT).with("report", "reviewed"));
        return new SliceRows<>(slices, after -> rows.decided(id(after), reader));
    }

    private static @Nullable FindingId id(@Nullable String after) {
        return after == null ? null : new FindingId(after);
    }

    /** One of them. */
    @Requires(Action.READ_REVIEW)
    public ReviewedFinding get(FindingId id) {
        return rows.of(find(id), officer());
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
        long officer = officer();
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

    private long officer() {
        return callers.get().accountKey();
    }

    private Finding find(FindingId id) {
        return findings.find(id).orElseThrow(NotFoundException::new);
    }
}
