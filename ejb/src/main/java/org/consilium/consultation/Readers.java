package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Caller;

/** Keeps track of how far each reader has read, and how much is unread. */
@ApplicationScoped
public class Readers {

    private static final String UNREAD = """
            select m.consultationKey, count(m.key) from Message m
            left join LastRead r on r.consultationKey = m.consultationKey and r.accountKey = :reader
            where m.consultationKey in :keys and m.authorKey <> :reader and (r.readUpTo is null or m.key > r.readUpTo)
            group by m.consultationKey""";

    private static final String MOVE = """
            insert into consultation_reader (consultation_id, account_id, read_up_to) values (?1, ?2, ?3)
            on duplicate key update read_up_to = greatest(read_up_to, ?4)""";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private UnreadCounts counts;

    /** Records that the caller has read up to a message, unless they have read further. */
    void hasRead(Consultation consultation, Caller caller, long message) {
        LastRead last = entities.find(LastRead.class, new LastRead.Place(consultation.key(), caller.accountKey()));
        if (last != null && last.readUpTo() >= message) {
            return;
        }
        entities.createNativeQuery(MOVE)
                .setParameter(1, consultation.key())
                .setParameter(2, caller.accountKey())
                .setParameter(3, message)
                .setParameter(4, message)
                .executeUpdate();
        counts.moved(consultation, caller);
    }

    /** The number of unread messages by other people, by the consultation's key; zeros may be left out. */
    Map<Long, Long> unread(List<Consultation> consultations, Caller caller) {
        return counts.get(consultations, caller, unknown -> count(unknown, caller));
    }

    private Map<Long, Long> count(List<Consultation> consultations, Caller caller) {
        return entities.createQuery(UNREAD, Object[].class)
                .setParameter("reader", caller.accountKey())
                .setParameter(
                        "keys", consultations.stream().map(Consultation::key).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
