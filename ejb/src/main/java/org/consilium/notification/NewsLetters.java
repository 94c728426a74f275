package org.consilium.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.care.cover.Covers;
import org.consilium.database.InstantConverter;
import org.consilium.mail.LetterKind;
import org.consilium.notification.UnreadNotification.Stage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters about something new, each in a transaction of its own, which has locked the account: however many
 * nodes look for what is due, one writes a letter. Somebody who has not read what they were told of gets no other one.
 */
@ApplicationScoped
public class NewsLetters {

    private static final String DUE = "SELECT DISTINCT account_id FROM unread_notification WHERE due_at <= ? LIMIT ?";

    /**
     * With the settings of the account, whether it is unread for somebody who may read it, and who is to read it now:
     * the patient, or whoever covers for the clinician who has the consultation, or else that clinician.
     */
    private static final String OF_ACCOUNT = """
            SELECT n.consultation_id,
            CASE WHEN n.due_at IS NULL THEN 'TOLD' WHEN n.due_at <= ?1 THEN 'DUE' ELSE 'LATER' END,
            CASE WHEN reader.id = n.account_id AND COALESCE(r.read_of_others, 0) < n.number
            AND (c.patient_id = n.account_id OR c.stage < 3 OR EXISTS (SELECT 1 FROM team_member m
            WHERE m.team_id = c.team_id AND m.clinician_id = c.clinician_id)) THEN 1 ELSE 0 END,
            s.timing, s.quiet_from, s.quiet_until,
            reader.id, c.messages + c.summaries + c.notes - COALESCE(r.written, 0)
            FROM unread_notification n JOIN consultation c ON c.id = n.consultation_id
            LEFT JOIN account reader ON reader.id = IF(c.patient_id = n.account_id, n.account_id,
            COALESCE((SELECT v.covering_id FROM cover v WHERE v.covered_id = c.clinician_id AND <runs>
            ORDER BY v.covering_id = n.account_id DESC LIMIT 1), c.clinician_id))
            LEFT JOIN consultation_reader r ON r.consultation_id = n.consultation_id AND r.account_id = reader.id
            LEFT JOIN notification_settings s ON s.account_id = n.account_id
            WHERE n.account_id = ?2""".replace("<runs>", Covers.RUNS.formatted("v"));

    /** What was read, or written, in the meantime is left alone. */
    private static final String DUE_ONE = " WHERE account_id = ?2 AND consultation_id = ?3 AND due_at <= ?1";

    private static final String REMOVE = "DELETE FROM unread_notification" + DUE_ONE;
    private static final String SET_TOLD = "UPDATE unread_notification SET due_at = NULL" + DUE_ONE;
    private static final String POSTPONE = "UPDATE unread_notification SET due_at = ?4" + DUE_ONE;

    /** A row that the other account has already stays as it is. */
    private static final String PASS_ON =
            "UPDATE IGNORE unread_notification SET account_id = ?4, number = ?5" + DUE_ONE;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private String hospital;

    /**
     * The keys of accounts for whose owners a letter may be due.
     *
     * @param most how many at most
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Long> due(int most) {
        List<?> keys = entities.createNativeQuery(DUE)
                .setParameter(1, column(clock.instant()))
                .setParameter(2, most)
                .getResultList();
        return keys.stream().map(key -> ((Number) key).longValue()).toList();
    }

    /**
     * Writes a letter to the owner of an account, if one is due.
     *
     * @return whether something was due, and no other node has the account locked
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean tell(long account) {
        if (!accounts.tryLock(account)) {
            return false;
        }
        Instant now = clock.instant();
        List<Object[]> rows = rows(account, now);
        List<UnreadNotification> all =
                rows.stream().map(NewsLetters::notification).toList();
        List<UnreadNotification> due =
                all.stream().filter(UnreadNotification::isDue).toList();
        if (due.isEmpty()) {
            return false;
        }
        Object[] any = rows.getFirst();
        NotificationSettings settings = NotificationSettings.stored(any[3], any[4], any[5]);
        boolean wanted =
                settings.timing() != Timing.NEVER && all.stream().noneMatch(UnreadNotification::isLetterUnread);
        Optional<AccountOwner> reader = wanted ? accounts.activeOwner(account) : Optional.empty();
        List<UnreadNotification> fresh = reader.isEmpty()
                ? List.of()
                : due.stream().filter(UnreadNotification::unread).toList();
        // one by one: a row that somebody is adding must not be waited for, as they may wait for the account
        due.stream().filter(each -> !fresh.contains(each)).forEach(each -> {
            passOn(account, each, now);
            change(REMOVE, account, each, now).executeUpdate();
        });
        if (!fresh.isEmpty()) {
            tell(reader.orElseThrow(), fresh, settings, now);
        }
        return true;
    }

    /** Somebody else is to read it by now, as cover has begun or ended: the timer tells them next. */
    private void passOn(long account, UnreadNotification notification, Instant now) {
        Long reader = notification.reader();
        if (reader != null && reader != account) {
            change(PASS_ON, account, notification, now)
                    .setParameter(4, reader)
                    .setParameter(5, notification.number())
                    .executeUpdate();
        }
    }

    private void tell(AccountOwner reader, List<UnreadNotification> news, NotificationSettings settings, Instant now) {
        long account = reader.accountKey();
        Optional<Instant> later = settings.quietUntil(now, reader.zone().orElseGet(() -> ZoneId.of(hospital)));
        if (later.isPresent()) {
            news.forEach(each -> change(POSTPONE, account, each, now)
                    .setParameter(4, column(later.get()))
                    .executeUpdate());
        } else {
            letters.send(LetterKind.NEWS, reader);
            news.forEach(each -> change(SET_TOLD, account, each, now).executeUpdate());
        }
    }

    @SuppressWarnings("unchecked") // several columns
    private List<Object[]> rows(long account, Instant now) {
        return entities.createNativeQuery(OF_ACCOUNT)
                .setParameter(1, column(now))
                .setParameter(2, account)
                .getResultList();
    }

    private static UnreadNotification notification(Object[] row) {
        return new UnreadNotification(
                ((Number) row[0]).longValue(),
                Stage.valueOf(row[1].toString()),
                ((Number) row[2]).intValue() == 1,
                row[6] instanceof Number reader ? reader.longValue() : null,
                ((Number) row[7]).intValue());
    }

    private Query change(String statement, long account, UnreadNotification notification, Instant now) {
        return entities.createNativeQuery(statement)
                .setParameter(1, column(now))
                .setParameter(2, account)
                .setParameter(3, notification.consultation());
    }

    private static @Nullable LocalDateTime column(Instant instant) {
        return new InstantConverter().convertToDatabaseColumn(instant);
    }
}
