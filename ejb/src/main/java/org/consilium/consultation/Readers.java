package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.database.DatabaseUnavailableException;
import org.consilium.database.SingleStatements;
import org.consilium.notification.Notifications;

/**
 * Keeps track of how much each reader has read. The unread count is the number of writings by others minus the number
 * of those that the reader has read. Both only grow, so the count is right whatever the order in which pages are shown
 * and messages arrive.
 */
@ApplicationScoped
public class Readers {

    private static final String WROTE = """
            insert into consultation_reader (consultation_id, account_id, written) values (?1, ?2, 1)
            on duplicate key update written = written + 1""";

    private static final String READ = """
            insert into consultation_reader (consultation_id, account_id, read_of_others) values (?, ?, ?)
            on duplicate key update read_of_others = greatest(read_of_others, ?)""";

    private static final String UNREAD = """
            update consultation_reader set read_of_others = least(read_of_others, ?)
            where consultation_id = ? and account_id = ?""";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SingleStatements statements;

    @Inject
    private ReadYourWrites readYourWrites;

    @Inject
    private Notifications notifications;

    /** The caller has written something, in this transaction: their own writing is never unread. */
    void hasWritten(Consultation consultation, Caller caller) {
        entities.createNativeQuery(WROTE)
                .setParameter(1, consultation.key())
                .setParameter(2, caller.accountKey())
                .executeUpdate();
    }

    /**
     * The same for what the other side reads, which is told of it: the patient, or the clinician who holds the case.
     */
    void hasAnswered(Consultation consultation, Caller caller) {
        hasWritten(consultation, caller);
        int seenByPatient = consultation.messages() + consultation.summaries();
        Long clinician = consultation.clinicianKey();
        if (!caller.is(Role.PATIENT)) {
            notifications.written(consultation.key(), consultation.patientKey(), seenByPatient);
        } else if (clinician != null) {
            notifications.written(consultation.key(), clinician, seenByPatient + consultation.notes());
        }
    }

    /** The caller has seen everything that is in the consultation as it was opened. */
    void hasRead(OpenedConsultation opened, Caller caller) {
        int others = opened.writtenByOthers(caller);
        if (opened.readOfOthers() < others) {
            long consultation = opened.consultation().key();
            if (statements.run(READ, consultation, caller.accountKey(), others, others)) {
                readYourWrites.moved(caller);
                notifications.read(consultation, caller.accountKey(), others);
            }
        }
    }

    /** The latest writing by somebody else becomes unread. */
    void hasNotRead(OpenedConsultation opened, Caller caller) {
        int others = opened.writtenByOthers(caller);
        if (others > 0) {
            if (!statements.run(UNREAD, others - 1, opened.consultation().key(), caller.accountKey())) {
                throw new DatabaseUnavailableException("to mark as unread");
            }
            readYourWrites.moved(caller);
        }
    }
}
