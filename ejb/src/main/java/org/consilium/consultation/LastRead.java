package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.consilium.platform.Unversioned;
import org.jspecify.annotations.Nullable;

/** How far a person has read a consultation. */
@Entity
@Table(name = "consultation_reader")
@IdClass(LastRead.Place.class)
@Unversioned("one statement moves it forward, and it is never loaded to be changed")
public class LastRead {

    @Id
    @Column(name = "consultation_id")
    private long consultationKey;

    @Id
    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "read_up_to")
    private long messagesUpTo;

    @Column(name = "summaries_up_to")
    private long summariesUpTo;

    @Column(name = "notes_up_to")
    private long notesUpTo;

    protected LastRead() {}

    ReadingPosition position() {
        return new ReadingPosition(messagesUpTo, summariesUpTo, notesUpTo);
    }

    /** The key: the reader and the consultation. */
    public static class Place implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private long consultationKey;
        private long accountKey;

        public Place() {}

        Place(long consultationKey, long accountKey) {
            this.consultationKey = consultationKey;
            this.accountKey = accountKey;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && place.consultationKey == consultationKey
                    && place.accountKey == accountKey;
        }

        @Override
        public int hashCode() {
            return Objects.hash(consultationKey, accountKey);
        }
    }
}
