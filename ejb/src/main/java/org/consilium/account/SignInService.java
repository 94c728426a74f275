package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;

/**
 * Tells whether an e-mail address and a password belong together. An unknown, a locked and a disabled account give the
 * same answer after the same work as a wrong password.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    @Inject
    private Credentials credentials;

    @Inject
    private ActiveAccounts active;

    @Inject
    private Argon2idHash passwords;

    /** No transaction spans the hash: no connection is held while it is computed. */
    @Requires(Action.SIGN_IN)
    public Optional<Caller> signIn(String email, String password) {
        Optional<Credentials.Credential> known = credentials.find(email);
        boolean matches = password.length() <= Password.MAX
                && passwords.verify(
                        password.toCharArray(),
                        known.map(Credentials.Credential::hash).orElseGet(credentials::decoy));
        return known.flatMap(credential -> credentials.record(credential.accountId(), matches));
    }

    /** Whether somebody who has signed in may go on; an account that was disabled ends within half a minute. */
    @Requires(Action.SIGN_IN)
    public boolean isStillActive(Caller caller) {
        return active.contains(caller.accountId());
    }
}
