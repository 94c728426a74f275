package org.consilium.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.care.TeamRule;
import org.consilium.care.Teams;
import org.consilium.database.InstantConverter;
import org.consilium.mail.LetterKind;

/**
 * Tells teams of consultations that nobody has taken in time, and later their leads. A queue is told of up to an
 * instant: all that has come into it until then. So each consultation is told of once, several at the same time by one
 * letter, whatever becomes of a node, and a hand-over begins anew.
 */
@ApplicationScoped
public class OverdueLetters {

    /**
     * What becomes due within this time of a letter waits for the next one: otherwise, a backlog would flood a team.
     */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    /**
     * One of those that have waited for too long and were not told of. They are found by the time for which the patient
     * has waited, which is as long, or longer, in the index by which queues are sorted.
     */
    private static final String OVERDUE = """
            (SELECT ? FROM consultation c WHERE c.team_id = ? AND c.stage = 1 AND c.urgency IN (1, 2, 3)
            AND c.waiting_since <= ? AND c.queued_since <= ? AND NOT EXISTS (SELECT 1 FROM overdue_letter l
            WHERE l.team_id = ? AND l.addressee = ? AND (l.told_up_to >= c.queued_since OR l.told_at > ?))
            LIMIT 1)""";

    /** The second caller waits for the first. */
    private static final String LOCK = """
            INSERT INTO overdue_letter (team_id, addressee, told_up_to, told_at)
            VALUES (?, ?, '1970-01-01', '1970-01-01') ON DUPLICATE KEY UPDATE told_up_to = told_up_to""";

    private static final String TOLD =
            "UPDATE overdue_letter SET told_up_to = ?, told_at = ? WHERE team_id = ? AND addressee = ?";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Teams teams;

    @Inject
    private ResponseTimes times;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Clock clock;

    /** The queues that somebody is to be told of, found by two statements. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<OverdueQueue> find() {
        Instant now = clock.instant();
        List<OverdueQueue> all =
                teams.rules().stream().flatMap(team -> queues(team, now)).toList();
        return all.isEmpty()
                ? all
                : overdue(all, now).stream().map(place -> all.get(place)).toList();
    }

    private Stream<OverdueQueue> queues(TeamRule team, Instant now) {
        return Stream.of(Addressee.values())
                .filter(addressee -> addressee == Addressee.TEAM || team.leadKey() != null)
                .map(addressee -> new OverdueQueue(team, addressee, times.latestStart(team, addressee, now)));
    }

    /** The places in the list. */
    private List<Integer> overdue(List<OverdueQueue> queues, Instant now) {
        String sql = String.join(" UNION ALL ", Collections.nCopies(queues.size(), OVERDUE));
        List<Object> values = new ArrayList<>();
        for (int place = 0; place < queues.size(); place++) {
            OverdueQueue queue = queues.get(place);
            long team = queue.team().key();
            LocalDateTime start = column(queue.latestStart());
            values.addAll(
                    List.of(place, team, start, start, team, queue.addressee().name(), column(now.minus(PAUSE))));
        }
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> places = query.getResultList();
        return places.stream().map(place -> ((Number) place).intValue()).toList();
    }

    /** Tells of a queue, unless another node has done so. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(OverdueQueue queue) {
        long team = queue.team().key();
        String addressee = queue.addressee().name();
        entities.createNativeQuery(LOCK)
                .setParameter(1, team)
                .setParameter(2, addressee)
                .executeUpdate();
        Instant now = clock.instant();
        if (overdue(List.of(queue), now).isEmpty()) {
            return;
        }
        LetterKind kind = queue.addressee() == Addressee.TEAM ? LetterKind.NOT_TAKEN : LetterKind.STILL_NOT_TAKEN;
        recipients(queue).forEach(recipient -> letters.send(kind, recipient));
        entities.createNativeQuery(TOLD)
                .setParameter(1, column(queue.latestStart()))
                .setParameter(2, column(now))
                .setParameter(3, team)
                .setParameter(4, addressee)
                .executeUpdate();
    }

    /** A lead who can no longer sign in is replaced by the team. */
    private List<AccountOwner> recipients(OverdueQueue queue) {
        Long lead = queue.team().leadKey();
        List<AccountOwner> found =
                queue.addressee() == Addressee.LEAD && lead != null ? accounts.activeOwners(List.of(lead)) : List.of();
        return found.isEmpty()
                ? accounts.activeOwners(teams.members(queue.team().key()))
                : found;
    }

    private static LocalDateTime column(Instant instant) {
        return Objects.requireNonNull(new InstantConverter().convertToDatabaseColumn(instant));
    }
}
