package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consilium.access.Caller;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.consultation.ConsultationThread.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a consultation for a person who takes part in it. The record says how many writings there are of each kind,
 * and only these are read, so that the page is of one moment.
 */
@ApplicationScoped
public class ThreadReader {

    /** Messages on a page; earlier ones are on the pages before. */
    static final int MESSAGES = 50;

    @Inject
    private Writings writings;

    @Inject
    private Readers readers;

    @Inject
    private Clock clock;

    ConsultationThread read(OpenedConsultation opened, Caller caller, @Nullable Integer before) {
        Consultation consultation = opened.consultation();
        boolean staff = !caller.is(Role.PATIENT);
        int last = before == null ? consultation.messages() : Math.min(before - 1, consultation.messages());
        int first = Math.max(1, last - MESSAGES + 1);
        List<Entry> messages = writings.messages(consultation, first, last, caller);
        Writings.Remarks remarks = writings.remarks(consultation, caller);
        if (before == null) {
            readers.hasRead(opened, caller);
        }
        return new ConsultationThread(
                consultation.id(),
                consultation.title(),
                consultation.status(),
                consultation.severity(),
                consultation.bodySite(),
                consultation.since(),
                consultation.submittedAt(),
                new ConsultationThread.Patient(opened.patient(), opened.dateOfBirth()),
                opened.team(),
                opened.clinician(),
                together(messages, visible(remarks.summaries(), messages, before != null, first > 1)),
                first > 1 ? first : null,
                remarks.notes(),
                steps(opened, staff),
                consultation.reopensUntil(),
                consultation.version());
    }

    /** Those who are let in for a while may write, and no more. */
    private Set<Step> steps(OpenedConsultation opened, boolean staff) {
        Consultation consultation = opened.consultation();
        Set<Step> steps = staff ? consultation.stepsOfClinician() : consultation.stepsOfPatient(clock.instant());
        if (opened.relation() == Relation.EMERGENCY) {
            steps.retainAll(EnumSet.of(Step.WRITE));
        }
        return steps;
    }

    private static List<Entry> together(List<Entry> messages, List<Entry> summaries) {
        List<Entry> entries = new ArrayList<>(messages);
        entries.addAll(summaries);
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    /** The summaries that were written between the messages shown. */
    private static List<Entry> visible(
            List<Entry> summaries, List<Entry> messages, boolean laterLeftOut, boolean earlierLeftOut) {
        if (messages.isEmpty()) {
            return summaries;
        }
        Instant from = earlierLeftOut ? messages.getFirst().at() : Instant.MIN;
        Instant to = laterLeftOut ? messages.getLast().at() : Instant.MAX;
        return summaries.stream()
                .filter(summary -> !summary.at().isBefore(from) && !summary.at().isAfter(to))
                .toList();
    }
}
