package org.consilium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;

/** How somebody was called until they changed their name; it is kept for good. */
@Entity
@Table(name = "former_name")
@Immutable
public class FormerName extends KeyedEntity {

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "first_name", length = NamePart.MAX)
    private String firstName;

    @Column(name = "last_name", length = NamePart.MAX)
    private String lastName;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected FormerName() {}

    FormerName(long accountKey, PersonName name, Instant now) {
        this.accountKey = accountKey;
        this.firstName = name.first();
        this.lastName = name.last();
        this.changedAt = now;
    }

    /** As the page about the person shows it. */
    EarlierName asEarlier() {
        return new EarlierName(new PersonName(firstName, lastName), changedAt);
    }
}
