package org.consilium.account.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.Tokens;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.Unversioned;
import org.jspecify.annotations.Nullable;

/** A link by which the owner of an account may choose another password. */
@Entity
@Table(name = "password_reset")
@Unversioned("it is never changed")
public class PasswordReset extends KeyedEntity {

    /** Null if no account of the address can sign in. */
    @Column(name = "account_id")
    private @Nullable Long accountKey;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected PasswordReset() {}

    PasswordReset(@Nullable Long accountKey, String token, Instant now) {
        this.accountKey = accountKey;
        this.tokenHash = Tokens.hash(token);
        this.createdAt = now;
    }
}
