package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Caller;

/** Keeps track of how far each reader has read, and how much is unread. */
@ApplicationScoped
public class Readers {

    private static final String MOVE = """
            insert into consultation_reader (consultation_id, account_id, read_up_to, summaries_up_to, notes_up_to)
            values (?1, ?2, ?3, ?4, ?5)
            on duplicate key update read_up_to = greatest(read_up_to, ?6),
            summaries_up_to = greatest(summaries_up_to, ?7), notes_up_to = greatest(notes_up_to, ?8)""";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private UnreadCounts counts;

    /** Records that the caller has read up to a position, unless they have read further. */
    void hasRead(Consultation consultation, Caller caller, ReadingPosition position) {
        LastRead last = entities.find(LastRead.class, new LastRead.Place(consultation.key(), caller.accountKey()));
        if (last != null && last.position().includes(position)) {
            return;
        }
        entities.createNativeQuery(MOVE)
                .setParameter(1, consultation.key())
                .setParameter(2, caller.accountKey())
                .setParameter(3, position.messages())
                .setParameter(4, position.summaries())
                .setParameter(5, position.notes())
                .setParameter(6, position.messages())
                .setParameter(7, position.summaries())
                .setParameter(8, position.notes())
                .executeUpdate();
        counts.moved(consultation, caller);
    }

    /** How much other people have written that is unread, by the consultation's key; zeros may be left out. */
    Map<Long, Long> unread(List<Consultation> consultations, Caller caller) {
        return counts.get(consultations, caller, unknown -> count(unknown, caller));
    }

    private Map<Long, Long> count(List<Consultation> consultations, Caller caller) {
        String unread = Arrays.stream(Writing.values())
                .filter(writing -> writing.isFor(caller))
                .map(Writing::unread)
                .collect(Collectors.joining(" union all "));
        return entities.createQuery(unread, Object[].class)
                .setParameter("reader", caller.accountKey())
                .setParameter(
                        "keys", consultations.stream().map(Consultation::key).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1], Long::sum));
    }
}
