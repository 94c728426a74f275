package org.consilium.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.io.Serial;

/**
 * The person who calls, as the container has signed them in. The principal's name is the account's public id, so that
 * logs of it contain neither names nor addresses.
 */
public final class Caller extends CallerPrincipal {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The account's key; named as it lies in serialized sessions. */
    private final long accountId;

    private final Role role;
    private final String fullName;

    public Caller(long accountKey, String publicId, Role role, String fullName) {
        super(publicId);
        this.accountId = accountKey;
        this.role = role;
        this.fullName = fullName;
    }

    public long accountKey() {
        return accountId;
    }

    public Role role() {
        return role;
    }

    /** The name to show on pages. */
    public String fullName() {
        return fullName;
    }

    public boolean is(Role other) {
        return role == other;
    }
}
