package org.consilium.account.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.consilium.secret.SecretKeys;

/**
 * A code that lets the owner of an account in once without their authenticator; it is deleted then. Its hash is keyed
 * as well, with a key that is not in the database (NIST SP 800-63B-4, section 3.1.1.2): without it, nobody can find a
 * code by trial.
 */
@Entity
@Table(name = "recovery_code")
@Immutable
public class RecoveryCode extends KeyedEntity {

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "salt")
    private byte[] salt;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected RecoveryCode() {}

    /** @param code as {@link RecoveryText} makes it */
    RecoveryCode(long accountKey, String code, SecretKeys keys, Instant now) {
        this.accountKey = accountKey;
        this.salt = SaltedHash.salt();
        this.codeHash = hashes(code, keys).get(0);
        this.createdAt = now;
    }

    /** Whether this is the code; false if the key that it was hashed with is no longer configured. */
    boolean is(String code, SecretKeys keys) {
        return hashes(code, keys).contains(codeHash);
    }

    /** The hash with each of the keys, the first of which new codes are stored with. */
    private List<String> hashes(String code, SecretKeys keys) {
        return keys.fingerprints("recovery code " + accountKey, SaltedHash.of(code, salt));
    }
}
