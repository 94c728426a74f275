package org.consilium.consultation;

import jakarta.persistence.Table;
import org.consilium.access.Caller;
import org.consilium.access.Role;

/**
 * A kind of writing in a consultation, which is unread until its readers have seen it. Each kind is numbered from 1
 * within its consultation, which knows the last number.
 */
enum Writing {
    MESSAGE(Message.class),
    SUMMARY(AfterVisitSummary.class),
    /** It is for clinicians alone. */
    NOTE(StaffNote.class);

    private final Class<?> entity;

    /**
     * A kind of writing.
     *
     * @param entity has a {@code consultationKey}, an {@code authorKey} and a {@code number}
     */
    Writing(Class<?> entity) {
        this.entity = entity;
    }

    Class<?> entity() {
        return entity;
    }

    /** The table of the entity. */
    String table() {
        return entity.getAnnotation(Table.class).name();
    }

    /** How much everybody has written for a reader, themselves included, by the last numbers of each kind. */
    static int all(int messages, int summaries, int notes, Caller reader) {
        return messages + summaries + (reader.is(Role.PATIENT) ? 0 : notes);
    }
}
