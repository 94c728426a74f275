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
    private long consultationId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "read_up_to")
    private long readUpTo;

    protected LastRead() {}

    long readUpTo() {
        return readUpTo;
    }

    /** The key: the reader and the consultation. */
    public static class Place implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private long consultationId;
        private long accountId;

        public Place() {}

        Place(long consultationId, long accountId) {
            this.consultationId = consultationId;
            this.accountId = accountId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && place.consultationId == consultationId
                    && place.accountId == accountId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(consultationId, accountId);
        }
    }
}
