package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.Tokens;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.jspecify.annotations.Nullable;

/** A challenge that an authenticator was asked to sign, and the account that it is for. */
@Entity
@Table(name = "passkey_challenge")
@Immutable
public class PasskeyChallenge extends KeyedEntity {

    /** What a challenge is for (WebAuthn Level 3, section 4, "Ceremony"): it is good for nothing else. */
    enum Ceremony {
        REGISTRATION,
        ASSERTION
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "ceremony")
    private Ceremony ceremony;

    /** Null if nobody has said who they are. */
    @Column(name = "account_id")
    private @Nullable Long accountKey;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "challenge")
    private byte[] challenge;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected PasskeyChallenge() {}

    PasskeyChallenge(Ceremony ceremony, @Nullable Long accountKey, String token, ByteArray challenge, Instant now) {
        this.ceremony = ceremony;
        this.accountKey = accountKey;
        this.tokenHash = Tokens.hash(token);
        this.challenge = challenge.getBytes();
        this.createdAt = now;
    }

    /** Whether it was for an account that was known. */
    boolean hasAccount() {
        return accountKey != null;
    }

    /** Whether a passkey of this account may answer. */
    boolean isFor(long account) {
        return accountKey == null || accountKey == account;
    }

    ByteArray challenge() {
        return new ByteArray(challenge);
    }
}
