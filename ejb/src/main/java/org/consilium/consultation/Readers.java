package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Caller;

/** Who has read what, and how much is unread. */
@ApplicationScoped
public class Readers {

    private static final String UNREAD = """
            select m.consultationId, count(m.key) from Message m
            left join ReadMark r on r.consultationId = m.consultationId and r.accountId = :reader
            where m.consultationId in :keys and m.authorId <> :reader and (r.readUpTo is null or m.key > r.readUpTo)
            group by m.consultationId""";

    private static final String MOVE = """
            insert into consultation_reader (consultation_id, account_id, read_up_to) values (?1, ?2, ?3)
            on duplicate key update read_up_to = greatest(read_up_to, ?4)""";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private UnreadCounts counts;

    /** Moves the caller's mark to a message, unless it is there already. */
    void hasRead(Consultation consultation, Caller caller, long message) {
        ReadMark mark = entities.find(ReadMark.class, new ReadMark.Place(consultation.key(), caller.accountId()));
        if (mark != null && mark.readUpTo() >= message) {
            return;
        }
        entities.createNativeQuery(MOVE)
                .setParameter(1, consultation.key())
                .setParameter(2, caller.accountId())
                .setParameter(3, message)
                .setParameter(4, message)
                .executeUpdate();
        counts.moved(consultation, caller);
    }

    /** How many messages of others the caller has not seen, by the consultation's key; those of 0 may be left out. */
    Map<Long, Long> unread(List<Consultation> consultations, Caller caller) {
        return counts.get(consultations, caller, unknown -> count(unknown, caller));
    }

    private Map<Long, Long> count(List<Consultation> consultations, Caller caller) {
        return entities.createQuery(UNREAD, Object[].class)
                .setParameter("reader", caller.accountId())
                .setParameter(
                        "keys", consultations.stream().map(Consultation::key).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
