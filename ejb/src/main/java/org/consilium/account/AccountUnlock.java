package org.consilium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;

/** An administrator has let somebody in again whom wrong passwords had locked out; it is kept for good. */
@Entity
@Table(name = "account_unlock")
@Immutable
public class AccountUnlock extends KeyedEntity {

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "reason", length = Reason.MAX)
    private String reason;

    @Column(name = "unlocked_by")
    private long unlockedBy;

    @Column(name = "unlocked_at")
    private Instant unlockedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AccountUnlock() {}

    AccountUnlock(long accountKey, String reason, long unlockedBy, Instant now) {
        this.accountKey = accountKey;
        this.reason = reason;
        this.unlockedBy = unlockedBy;
        this.unlockedAt = now;
    }
}
