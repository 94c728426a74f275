package org.consilium.consultation;

import org.consilium.access.Caller;
import org.consilium.access.Role;

/** What people write in a consultation for others to read; it is unread until they have seen it. */
enum Writing {
    MESSAGE(Message.class, "messagesUpTo"),
    SUMMARY(AfterVisitSummary.class, "summariesUpTo"),
    /** It is for clinicians alone. */
    NOTE(StaffNote.class, "notesUpTo");

    private final Class<?> entity;
    private final String position;

    /**
     * A kind of writing.
     *
     * @param entity has a {@code consultationKey} and an {@code authorKey}
     * @param position the field of {@link LastRead} with the key up to which it was read
     */
    Writing(Class<?> entity, String position) {
        this.entity = entity;
        this.position = position;
    }

    Class<?> entity() {
        return entity;
    }

    boolean isFor(Caller reader) {
        return this != NOTE || !reader.is(Role.PATIENT);
    }

    /** The query that counts what {@code :reader} has not read and not written, in the consultations {@code :keys}. */
    String unread() {
        String read = "r." + position;
        return "select w.consultationKey, count(w.key) from " + entity.getSimpleName() + " w"
                + " left join LastRead r on r.consultationKey = w.consultationKey and r.accountKey = :reader"
                + " where w.consultationKey in :keys and w.authorKey <> :reader"
                + " and (" + read + " is null or w.key > " + read + ")"
                + " group by w.consultationKey";
    }
}
