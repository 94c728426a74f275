package org.consilium.account.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.EmailAddress;
import org.consilium.account.Tokens;
import org.consilium.platform.KeyedEntity;
import org.consilium.platform.Unversioned;

/** A link that proves another e-mail address of an account. It reserves nothing: somebody else may get the address. */
@Entity
@Table(name = "address_change")
@Unversioned("it is used while its account is locked")
public class AddressChange extends KeyedEntity {
    /** Passwords that may be entered at one link: whoever gets it by mistake cannot guess for long. */
    static final int MAX_TRIES = 5;

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "email", length = EmailAddress.MAX)
    private String email;

    /** Whether no account had the address when it was asked for. */
    @Column(name = "available")
    private boolean available;

    @Column(name = "token_hash")
    private String tokenHash;

    /** Counted by a single statement. */
    @SuppressWarnings("unused") // read by queries
    @Column(name = "tries")
    private int tries;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AddressChange() {}

    AddressChange(long accountKey, String email, boolean available, String token, Instant now) {
        this.accountKey = accountKey;
        this.email = email;
        this.available = available;
        this.tokenHash = Tokens.hash(token);
        this.createdAt = now;
    }

    long accountKey() {
        return accountKey;
    }

    String email() {
        return email;
    }
}
