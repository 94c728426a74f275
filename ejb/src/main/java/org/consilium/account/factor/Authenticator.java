package org.consilium.account.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.Unversioned;
import org.consilium.secret.SecretKeys;
import org.jspecify.annotations.Nullable;

/**
 * An app that shows one-time codes for an account. Until its owner has typed one of them, it is only set up, and nobody
 * can sign in with it.
 */
@Entity
@Table(name = "authenticator")
@Unversioned("it is set up while its account is locked, and used by a single statement")
public class Authenticator extends KeyedEntity {

    @Column(name = "account_id")
    private long accountKey;

    /** Encrypted. */
    @Column(name = "secret")
    private byte[] secret;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** Of the last code that was used. */
    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Authenticator() {}

    Authenticator(long accountKey, TotpSecret secret, SecretKeys keys, Instant now) {
        this.accountKey = accountKey;
        this.secret = encrypted(secret, keys);
        this.createdAt = now;
    }

    /** @param step of the code that has confirmed it, which does not count again */
    void confirm(long step, Instant now) {
        lastStep = step;
        confirmedAt = now;
    }

    /** The secret; empty if the key that encrypted it is no longer configured. */
    Optional<TotpSecret> secret(SecretKeys keys) {
        return keys.decrypt(purpose(), secret).map(TotpSecret::new);
    }

    /** The secret as it is to be stored from now on: encrypted with the first of the keys. */
    byte[] encrypted(TotpSecret plain, SecretKeys keys) {
        return keys.encrypt(purpose(), plain.bytes());
    }

    private String purpose() {
        return "authenticator " + accountKey;
    }
}
