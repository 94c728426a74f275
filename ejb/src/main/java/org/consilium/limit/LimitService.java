package org.consilium.limit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.consilium.access.Action;
import org.consilium.access.Requires;

/**
 * Limits what people may do who are not signed in. An attempt to sign in counts before the password is looked at, so
 * that guesses made at the same time count as well and the answer tells neither whether there is such an account nor
 * whether the password was right; the right password gives the attempt back, so that a ward behind one address, or a
 * doctor at many computers, never has to wait.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LimitService {

    @Inject
    private Limits limits;

    /**
     * Counts an attempt to sign in, first for the network: one that has to wait cannot use up what others have for
     * their account.
     *
     * @param address the client's IP address
     * @throws LimitReachedException when it has to wait
     */
    @Requires(Action.SIGN_IN)
    public void beforeSignIn(String email, String address) {
        limits.use(Limit.SIGN_IN_ADDRESS, Subjects.network(address));
        limits.use(Limit.SIGN_IN_ACCOUNT, Subjects.email(email));
    }

    /** The attempt was no guess. */
    @Requires(Action.SIGN_IN)
    public void afterSignIn(String email, String address) {
        limits.giveBack(Limit.SIGN_IN_ADDRESS, Subjects.network(address));
        limits.giveBack(Limit.SIGN_IN_ACCOUNT, Subjects.email(email));
    }

    /**
     * Counts an attempt to open an account, which tells whether an e-mail address has one: it counts in any case.
     *
     * @param address the client's IP address
     * @throws LimitReachedException when it has to wait
     */
    @Requires(Action.REGISTER)
    public void beforeRegistration(String address) {
        limits.use(Limit.REGISTRATION_ADDRESS, Subjects.network(address));
    }
}
