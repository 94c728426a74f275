package org.consilium.consultation;

import java.util.List;

/**
 * How far somebody has read, as the keys of what they have seen last; 0 if they have seen none.
 *
 * @param messages of {@link Message}
 * @param summaries of {@link AfterVisitSummary}
 * @param notes of {@link StaffNote}
 */
record ReadingPosition(long messages, long summaries, long notes) {

    /** The position of who sees these: messages newest first, the others newest last. */
    static ReadingPosition after(List<Message> messages, List<AfterVisitSummary> summaries, List<StaffNote> notes) {
        return new ReadingPosition(
                messages.isEmpty() ? 0 : messages.getFirst().key(),
                summaries.isEmpty() ? 0 : summaries.getLast().key(),
                notes.isEmpty() ? 0 : notes.getLast().key());
    }

    /** Whether somebody who has read up to here has seen everything up to {@code other}. */
    boolean includes(ReadingPosition other) {
        return messages >= other.messages && summaries >= other.summaries && notes >= other.notes;
    }
}
