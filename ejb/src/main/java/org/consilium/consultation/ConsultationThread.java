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
 * @param clinician the full name of who has it, once somebody has
 * @param entries messages and after-visit summaries in the order they were written; the latest ones
 * @param earlier names the first message shown when there are earlier ones
 * @param notes what colleagues wrote; always empty for a patient
 * @param steps what the caller can do now
 * @param reopensUntil until when a message opens a closed consultation again
 * @param version to be handed back by who closes it
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
        @Nullable String earlier,
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

    /** Who asks for care. */
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

    /** What a clinician wrote for colleagues. */
    public record Note(String author, Instant at, String body) {}
}
