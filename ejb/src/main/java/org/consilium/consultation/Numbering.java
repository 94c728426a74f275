package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Numbers the messages, summaries, and notes of consultations that are older than the numbers, or in which a node of
 * the version before has written. This takes a few statements for each consultation, once.
 */
@ApplicationScoped
public class Numbering {

    private static final String LOCK = "select id from consultation where id = ? for update";

    private static final String NUMBER = """
            update <table> w join (select id, row_number() over (order by id) as place from <table>
            where consultation_id = ?) p on p.id = w.id set w.number = p.place
            where w.number is null or w.number <> p.place""";

    private static final String AUTHORS = """
            insert into consultation_reader (consultation_id, account_id)
            select distinct consultation_id, author_id from <table> w where consultation_id = ? and not exists
            (select 1 from consultation_reader r where r.consultation_id = w.consultation_id
            and r.account_id = w.author_id)""";

    /** The version before stores reading positions as keys. */
    private static final String READERS = """
            update consultation_reader r join consultation c on c.id = r.consultation_id set
            r.written = (select count(*) from message w where w.consultation_id = c.id and w.author_id = r.account_id)
            + (select count(*) from after_visit_summary w where w.consultation_id = c.id
            and w.author_id = r.account_id)
            + (select count(*) from staff_note w where w.consultation_id = c.id and w.author_id = r.account_id),
            r.read_of_others = greatest(r.read_of_others,
            (select count(*) from message w where w.consultation_id = c.id and w.author_id <> r.account_id
            and w.id <= r.read_up_to)
            + (select count(*) from after_visit_summary w where w.consultation_id = c.id
            and w.author_id <> r.account_id and w.id <= r.summaries_up_to)
            + (select count(*) from staff_note w where w.consultation_id = c.id and w.author_id <> r.account_id
            and w.id <= r.notes_up_to and r.account_id <> c.patient_id))
            where c.id = ?""";

    private static final String CONSULTATION = """
            update consultation c set
            c.messages = (select count(*) from message w where w.consultation_id = c.id),
            c.summaries = (select count(*) from after_visit_summary w where w.consultation_id = c.id),
            c.notes = (select count(*) from staff_note w where w.consultation_id = c.id),
            c.numbered_version = c.version where c.id = ?""";

    /** By their keys, among the last ones: an upgrade takes minutes. */
    private static final String UNNUMBERED_NOTES = "select distinct n.consultationKey from StaffNote n"
            + " where n.number is null and n.key > (select max(l.key) from StaffNote l) - :latest";

    private static final long LATEST = 1_000;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Event<ConsultationChanged> changes;

    /** Numbers consultations by their keys, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void catchUp(Collection<Long> consultations) {
        // everybody locks them in the same order
        consultations.stream().sorted().forEach(consultation -> {
            if (!query(LOCK, consultation).getResultList().isEmpty()) {
                number(consultation);
            }
        });
    }

    /** Numbers the latest notes that have no number, in a transaction of its own, and tells clinicians of them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void notes() {
        List<Long> found = entities.createQuery(UNNUMBERED_NOTES, Long.class)
                .setParameter("latest", LATEST)
                .getResultList();
        catchUp(found);
        for (Long key : found) {
            Consultation consultation = entities.find(Consultation.class, key);
            changes.fire(new ConsultationChanged(
                    consultation.id(), consultation.patientKey(), false, Set.of(consultation.teamKey()), Set.of()));
        }
    }

    /** Numbers a consultation that the transaction has locked. */
    void number(long consultation) {
        Stream<String> ofTables = Arrays.stream(Writing.values())
                .map(Writing::table)
                .flatMap(table -> Stream.of(NUMBER, AUTHORS).map(statement -> statement.replace("<table>", table)));
        Stream.concat(ofTables, Stream.of(READERS, CONSULTATION))
                .forEach(statement -> query(statement, consultation).executeUpdate());
    }

    private Query query(String statement, long consultation) {
        return entities.createNativeQuery(statement).setParameter(1, consultation);
    }
}
