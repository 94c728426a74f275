package org.consilium.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Role;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.audit.TrailTables;
import org.consilium.database.InstantConverter;
import org.consilium.database.NativeReads;
import org.consilium.mail.LetterKind;
import org.jspecify.annotations.Nullable;

/**
 * Gives findings that nobody has decided in time to a second officer. The officer who had opened one first, as the
 * audit trail tells, does not decide about it any more unless there is nobody else; the others get a letter.
 */
@ApplicationScoped
public class OverdueReviews {

    /** What becomes overdue within this time of a letter waits for the next one. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private static final int MOST_AT_ONCE = 500;

    private static final String LOCK =
            "SELECT name FROM review_position WHERE name = 'LETTERS' AND at <= ? FOR UPDATE SKIP LOCKED";

    private static final String TOLD = "UPDATE review_position SET at = ? WHERE name = 'LETTERS'";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Findings findings;

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables trail;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Event<ReviewsChanged> changes;

    @Inject
    private Clock clock;

    /** Does so for those that are overdue now, unless another node does. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void handOn() {
        Instant now = clock.instant();
        if (entities.createNativeQuery(LOCK)
                .setParameter(1, column(now.minus(PAUSE)))
                .getResultList()
                .isEmpty()) {
            return;
        }
        List<Finding> overdue = findings.overdue(MOST_AT_ONCE);
        if (overdue.isEmpty()) {
            return;
        }
        List<AccountOwner> officers = accounts.activeOwners(Role.PRIVACY_OFFICER);
        Set<AccountOwner> told = new HashSet<>();
        for (Finding finding : overdue) {
            Long opener = opener(finding);
            finding.handOn(opener, now);
            told.addAll(others(officers, finding, opener));
        }
        told.forEach(officer -> letters.send(LetterKind.REVIEW_OVERDUE, officer));
        entities.createNativeQuery(TOLD).setParameter(1, column(now)).executeUpdate();
        changes.fire(new ReviewsChanged(overdue.getFirst().id()));
    }

    /** Those who can decide; the one who had opened it if there is nobody else. */
    private static List<AccountOwner> others(List<AccountOwner> officers, Finding finding, @Nullable Long opener) {
        List<AccountOwner> possible = officers.stream()
                .filter(officer -> officer.accountKey() != finding.accountKey())
                .toList();
        List<AccountOwner> others = possible.stream()
                .filter(officer -> opener == null || officer.accountKey() != opener)
                .toList();
        return others.isEmpty() ? possible : others;
    }

    /** The officer who was the first to open it; null if nobody has. */
    private @Nullable Long opener(Finding finding) {
        String first = "SELECT account FROM " + trail.entry()
                + " WHERE record = ? AND at >= ? AND action = ? AND outcome = 'DONE' ORDER BY at LIMIT 1";
        return reads
                .rows(first, List.of(finding.id().value(), column(finding.foundAt()), Action.READ_REVIEW.name()))
                .stream()
                .findFirst()
                .map(row -> ((Number) row[0]).longValue())
                .orElse(null);
    }

    private static Object column(Instant instant) {
        return Objects.requireNonNull(new InstantConverter().convertToDatabaseColumn(instant));
    }
}
