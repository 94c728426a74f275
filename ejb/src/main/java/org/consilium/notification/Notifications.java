package org.consilium.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consilium.care.cover.Covers;
import org.consilium.database.InstantConverter;
import org.consilium.database.SingleStatements;

/**
 * Notes what people are to be told of by a letter unless they read it before: a row for each of their consultations
 * with something new. Consultations and accounts are given by their keys.
 */
@ApplicationScoped
public class Notifications {

    private static final Duration DELAY = Duration.ofMinutes(10);

    private static final String DUE = "case s.timing when 'AT_ONCE' then ?3 else ?4 end";

    /**
     * For those who cover for the reader, if anybody does. What is noted already stays as it is, unless it was read
     * since: then it was left behind by a node of the version before, or by a statement that failed.
     */
    private static final String ADD = """
            insert into unread_notification (account_id, consultation_id, number, due_at)
            select a.id, ?1, ?2 - coalesce(r.written, 0), <due> from account reader
            left join cover v on v.covered_id = reader.id and <runs>
            join account a on a.id = coalesce(v.covering_id, reader.id)
            left join consultation_reader r on r.account_id = a.id and r.consultation_id = ?1
            left join notification_settings s on s.account_id = a.id
            where reader.id = ?5 and a.status = 'ACTIVE' and coalesce(s.timing, '') <> 'NEVER'
            on duplicate key update
            due_at = if(coalesce(r.read_of_others, 0) < unread_notification.number, unread_notification.due_at, <due>),
            number = if(coalesce(r.read_of_others, 0) < unread_notification.number, unread_notification.number,
            ?2 - coalesce(r.written, 0))""".replace("<due>", DUE).replace("<runs>", Covers.RUNS.formatted("v"));

    private static final String READ =
            "delete from unread_notification where account_id = ? and consultation_id = ? and number <= ?";

    private static final String FORGET = "delete from unread_notification where account_id = ?";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SingleStatements statements;

    @Inject
    private Clock clock;

    /**
     * Somebody has written something; belongs to that transaction, which has locked the consultation.
     *
     * @param reader the one who is to read it, or for whom others cover
     * @param writings how many there are in the consultation for this reader, with their own and with this one
     */
    public void written(long consultation, long reader, int writings) {
        Instant now = clock.instant();
        InstantConverter column = new InstantConverter();
        entities.createNativeQuery(ADD)
                .setParameter(1, consultation)
                .setParameter(2, writings)
                .setParameter(3, column.convertToDatabaseColumn(now))
                .setParameter(4, column.convertToDatabaseColumn(now.plus(DELAY)))
                .setParameter(5, reader)
                .executeUpdate();
    }

    /**
     * Somebody has read a consultation. Should this be lost, it is noticed when a letter is due.
     *
     * @param others how many writings by others they have read there
     */
    public void read(long consultation, long reader, int others) {
        var unused = statements.run(READ, reader, consultation, others);
    }

    /** Somebody wants no letters any more. */
    void forget(long reader) {
        entities.createNativeQuery(FORGET).setParameter(1, reader).executeUpdate();
    }
}
