package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.PersonName;
import org.consilium.consultation.ConsultationThread.Entry;
import org.consilium.consultation.ConsultationThread.Note;
import org.consilium.storage.EncryptionMode;

/**
 * Reads the writings of a consultation, with the names of their authors: messages and their images by one statement,
 * and all the rest by another, if there is any.
 */
@ApplicationScoped
public class Writings {

    private static final String MESSAGES = "select m.number, m.authorKey, m.authorRole, m.sentAt, m.body, a.firstName,"
            + " a.lastName, i, o.encryptionMode from Message m join Account a on a.key = m.authorKey"
            + " left join MessageImage i on i.messageKey = m.key left join Image o on o.publicId = i.imageId where m.consultationKey = :consultation"
            + " and m.number between :first and :last order by m.number";

    private static final String SUMMARIES = "select 's', s.authorKey, s.authorRole, s.writtenAt, s.summary,"
            + " s.instructions, a.firstName, a.lastName from AfterVisitSummary s join Account a on a.key = s.authorKey"
            + " where s.consultationKey = :consultation and s.number <= :summaries";

    /** EclipseLink forgets a {@code join} after {@code union}. */
    private static final String NOTES = "select 'n', n.authorKey, a.role, n.writtenAt, n.body, '', a.firstName,"
            + " a.lastName from StaffNote n, Account a where a.key = n.authorKey"
            + " and n.consultationKey = :consultation and n.number <= :notes";

    private static final String SUMMARY = "s";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Thumbnails thumbnails;

    /** Messages by their numbers, the earliest first. */
    List<Entry> messages(Consultation consultation, int first, int last, Caller reader) {
        return entities
                .createQuery(MESSAGES, Object[].class)
                .setParameter("consultation", consultation.key())
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> (Integer) row[0], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> message(rows, reader))
                .toList();
    }

    /** The message of some rows, one for each of its images. */
    private Entry message(List<Object[]> rows, Caller reader) {
        Object[] row = rows.getFirst();
        return new Entry(
                PersonName.full((String) row[5], (String) row[6]),
                (Role) row[2],
                (long) row[1] == reader.accountKey(),
                (Instant) row[3],
                (String) row[4],
                null,
                rows.stream()
                        .filter(each -> each[7] != null)
                        .sorted(Comparator.comparingInt(each -> ((MessageImage) each[7]).position()))
                        .map(each -> thumbnails.shown((MessageImage) each[7], (EncryptionMode) each[8]))
                        .toList());
    }

    /** Summaries, and for clinicians notes, the earliest first. */
    Remarks remarks(Consultation consultation, Caller reader) {
        List<String> kinds = new ArrayList<>();
        if (consultation.summaries() > 0) {
            kinds.add(SUMMARIES);
        }
        boolean withNotes = consultation.notes() > 0 && !reader.is(Role.PATIENT);
        if (withNotes) {
            kinds.add(NOTES);
        }
        if (kinds.isEmpty()) {
            return new Remarks(List.of(), List.of());
        }
        TypedQuery<Object[]> query = entities.createQuery(String.join(" union all ", kinds), Object[].class)
                .setParameter("consultation", consultation.key());
        if (consultation.summaries() > 0) {
            query.setParameter("summaries", consultation.summaries());
        }
        if (withNotes) {
            query.setParameter("notes", consultation.notes());
        }
        return remarks(
                query.getResultStream()
                        .sorted(Comparator.comparing(row -> (Instant) row[3]))
                        .toList(),
                reader);
    }

    private static Remarks remarks(List<Object[]> rows, Caller reader) {
        List<Entry> summaries = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (Object[] row : rows) {
            String author = PersonName.full((String) row[6], (String) row[7]);
            Instant at = (Instant) row[3];
            String text = (String) row[4];
            if (row[0].equals(SUMMARY)) {
                boolean own = (long) row[1] == reader.accountKey();
                summaries.add(new Entry(author, (Role) row[2], own, at, text, (String) row[5], List.of()));
            } else {
                notes.add(new Note(author, at, text));
            }
        }
        return new Remarks(summaries, notes);
    }

    /** The summaries and notes beside the messages. */
    record Remarks(List<Entry> summaries, List<Note> notes) {}
}
