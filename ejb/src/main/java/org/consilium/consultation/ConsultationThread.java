package org.consilium.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as a person who takes part reads it.
 *
 * @param clinician the full name of the clinician who has taken it
 * @param entries messages and after-visit summaries in the order in which they were written; the latest ones
 * @param earlier the number of the first message shown, if there are earlier ones
 * @param notes what colleagues wrote; always empty for a patient
 * @param steps the steps that the caller can take now
 * @param reopensUntil when the patient can no longer reopen it by a message
 * @param version to be given back with {@link Closing}
 */
public record ConsultationThread(
        ConsultationId id,
        String title,
        Status status,
        Severity severity,
        BodySite bodySite,
        @Nullable LocalDate since,
        Instant submittedAt,
        Patient patient,
        String team,
        @Nullable String clinician,
        List<Entry> entries,
        @Nullable Integer earlier,
        List<Note> notes,
        Set<Step> steps,
        @Nullable Instant reopensUntil,
        long version) {

    public ConsultationThread {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
        steps = Set.copyOf(steps);
    }

    public boolean can(Step step) {
        return steps.contains(step);
    }

    /** The patient. */
    public record Patient(String name, LocalDate dateOfBirth) {}

    /**
     * A message, or the summary of a closing when {@code instructions} is there.
     *
     * @param own whether the caller wrote it
     */
    public record Entry(
            String author,
            Role role,
            boolean own,
            Instant at,
            String body,
            @Nullable String instructions,
            List<ThreadImage> images) {

        public Entry {
            images = List.copyOf(images);
        }
    }

    /** A note by a clinician for colleagues. */
    public record Note(String author, Instant at, String body) {}
}
