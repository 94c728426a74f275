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

/** How much a person has written in a consultation, and how many writings by others they have read. */
@Entity
@Table(name = "consultation_reader")
@IdClass(LastRead.Place.class)
@Unversioned("single statements change it, and it is never loaded to be changed")
public class LastRead {

    @Id
    @Column(name = "consultation_id")
    private long consultationKey;

    @Id
    @Column(name = "account_id")
    private long accountKey;

    private int written;

    @Column(name = "read_of_others")
    private int readOfOthers;

    protected LastRead() {}

    int written() {
        return written;
    }

    int readOfOthers() {
        return readOfOthers;
    }

    /** The key: the reader and the consultation. */
    public static class Place implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private long consultationKey;
        private long accountKey;

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
