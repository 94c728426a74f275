package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.AccountNames;
import org.consilium.care.Patients;
import org.consilium.care.Teams;
import org.consilium.consultation.ConsultationThread.Entry;
import org.consilium.consultation.ConsultationThread.Note;
import org.jspecify.annotations.Nullable;

/** Assembles a consultation for a person who takes part in it. */
@ApplicationScoped
public class ThreadReader {

    /** Messages on a page; earlier ones are on the pages before. */
    static final int MESSAGES = 50;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Messages messages;

    @Inject
    private Readers readers;

    @Inject
    private AccountNames people;

    @Inject
    private Patients patients;

    @Inject
    private Teams teams;

    @Inject
    private Clock clock;

    ConsultationThread read(Consultation consultation, Caller caller, @Nullable String before) {
        boolean staff = !caller.is(Role.PATIENT);
        List<Message> latest = messages.latest(consultation, before, MESSAGES + 1);
        boolean hasEarlier = latest.size() > MESSAGES;
        List<Message> shown = hasEarlier ? latest.subList(0, MESSAGES) : latest;
        List<AfterVisitSummary> summaries = summariesOf(consultation);
        List<StaffNote> notes = staff ? notesOf(consultation) : List.of();
        Map<Long, String> names = people.of(involved(consultation, shown, summaries, notes), caller);
        if (before == null) {
            readers.hasRead(consultation, caller, ReadingPosition.after(shown, summaries, notes));
        }
        return new ConsultationThread(
                consultation.id(),
                consultation.title(),
                consultation.status(),
                consultation.severity(),
                consultation.bodySite(),
                consultation.since(),
                consultation.submittedAt(),
                new ConsultationThread.Patient(
                        name(names, consultation.patientKey()), patients.dateOfBirth(consultation.patientKey())),
                teams.name(consultation.teamKey()),
                consultation.clinicianKey() == null ? null : name(names, consultation.clinicianKey()),
                entries(caller, shown, visible(summaries, shown, before != null, hasEarlier), names),
                hasEarlier ? shown.get(MESSAGES - 1).id() : null,
                notes.stream()
                        .map(note -> new Note(name(names, note.authorKey()), note.writtenAt(), note.body()))
                        .toList(),
                staff ? consultation.stepsOfClinician() : consultation.stepsOfPatient(clock.instant()),
                consultation.reopensUntil(),
                consultation.version());
    }

    private List<Entry> entries(
            Caller caller, List<Message> shown, List<AfterVisitSummary> summaries, Map<Long, String> names) {
        Map<Long, List<ThreadImage>> images = messages.imagesOf(shown);
        List<Entry> entries = new ArrayList<>();
        for (Message message : shown) {
            entries.add(new Entry(
                    name(names, message.authorKey()),
                    message.authorRole(),
                    message.authorKey() == caller.accountKey(),
                    message.sentAt(),
                    message.body(),
                    null,
                    images.getOrDefault(message.key(), List.of())));
        }
        for (AfterVisitSummary summary : summaries) {
            entries.add(new Entry(
                    name(names, summary.authorKey()),
                    summary.authorRole(),
                    summary.authorKey() == caller.accountKey(),
                    summary.writtenAt(),
                    summary.summary(),
                    summary.instructions(),
                    List.of()));
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    /** The summaries that were written between the messages shown. */
    private static List<AfterVisitSummary> visible(
            List<AfterVisitSummary> summaries, List<Message> shown, boolean laterLeftOut, boolean earlierLeftOut) {
        Instant from = earlierLeftOut ? shown.getLast().sentAt() : Instant.MIN;
        Instant to = laterLeftOut && !shown.isEmpty() ? shown.get(0).sentAt() : Instant.MAX;
        return summaries.stream()
                .filter(summary -> !summary.writtenAt().isBefore(from)
                        && !summary.writtenAt().isAfter(to))
                .toList();
    }

    private List<AfterVisitSummary> summariesOf(Consultation consultation) {
        return entities.createQuery(
                        "select s from AfterVisitSummary s where s.consultationKey = :key order by s.key",
                        AfterVisitSummary.class)
                .setParameter("key", consultation.key())
                .getResultList();
    }

    private List<StaffNote> notesOf(Consultation consultation) {
        return entities.createQuery(
                        "select n from StaffNote n where n.consultationKey = :key order by n.key", StaffNote.class)
                .setParameter("key", consultation.key())
                .getResultList();
    }

    private static Set<Long> involved(
            Consultation consultation,
            List<Message> messages,
            List<AfterVisitSummary> summaries,
            List<StaffNote> notes) {
        Set<Long> people = new HashSet<>();
        people.add(consultation.patientKey());
        if (consultation.clinicianKey() != null) {
            people.add(consultation.clinicianKey());
        }
        messages.forEach(message -> people.add(message.authorKey()));
        summaries.forEach(summary -> people.add(summary.authorKey()));
        notes.forEach(note -> people.add(note.authorKey()));
        return people;
    }

    private static String name(Map<Long, String> names, long account) {
        return names.getOrDefault(account, "");
    }
}
