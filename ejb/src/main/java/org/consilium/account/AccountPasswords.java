package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.access.Role;
import org.consilium.account.password.Argon2idHash;
import org.consilium.account.password.PasswordPolicy;
import org.consilium.account.password.TypedPassword;

/** The passwords of accounts: hashed, compared, and replaced inside the transaction of others. */
@ApplicationScoped
public class AccountPasswords {

    @Inject
    private Accounts accounts;

    @Inject
    private Argon2idHash passwords;

    @Inject
    private PasswordPolicy policy;

    /**
     * Checks and hashes a new password. It takes some 40 ms: call it before the transaction needs a connection.
     *
     * @param role of its owner
     * @param personal texts about its owner, which are no part of a good one
     * @throws org.consilium.account.password.WeakPasswordException when it is easy to guess
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    public String hash(String password, Role role, Collection<String> personal) {
        policy.require(password, role, personal);
        return passwords.generate(password.toCharArray());
    }

    /** The same for somebody who has an account. */
    public String hash(String password, long accountKey) {
        Account owner = accounts.find(accountKey).orElseThrow(NotFoundException::new);
        return hash(password, owner.role(), owner.personalTexts());
    }

    /** Whether a password is the one that was hashed; takes as long as hashing it. */
    public boolean isHashOf(String password, String hash) {
        return password.length() <= TypedPassword.MAX && passwords.verify(password.toCharArray(), hash);
    }

    /** Whether a password is that of an account; takes as long as hashing it. */
    public boolean isOf(long accountKey, String password) {
        String hash = accounts.lock(accountKey).passwordHash();
        return hash != null && isHashOf(password, hash);
    }

    /**
     * Replaces the password of somebody who can sign in, and lets them in again if wrong ones had locked the account.
     * It ends all sessions.
     *
     * @return empty if the account is not, or no longer, active
     */
    public Optional<AccountOwner> replace(long accountKey, String hash) {
        return Optional.of(accounts.lock(accountKey)).filter(Account::isActive).map(account -> {
            account.replacePassword(hash);
            return account.asOwner();
        });
    }
}
