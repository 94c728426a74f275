package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;
import org.consilium.account.password.Argon2idHash;
import org.consilium.account.password.Argon2idHash.Match;
import org.consilium.account.password.TypedPassword;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.BusyException;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.limit.SignInAttempt;
import org.consilium.limit.SignInName;
import org.consilium.limit.SignInOrigin;

/**
 * Checks whether an e-mail address and a password belong together. An unknown, a locked and a disabled account give the
 * same answer after the same work as a wrong password.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
    private static final Logger LOG = Logger.getLogger(SignInService.class.getName());

    @Inject
    private Credentials credentials;

    @Inject
    private ActiveAccounts active;

    @Inject
    private Argon2idHash passwords;

    @Inject
    private KnownDevices devices;

    @Inject
    private FailedSignIns failures;

    @Inject
    private Event<AuditEvent> audit;

    /** Whether the attempt comes from a device that the account knows, or only from a network. */
    @Requires(Action.SIGN_IN)
    @NotLimited("it says what the attempt counts by, and is one query by an index")
    public SignInOrigin originOf(SignInName name, ClientAddress network, String device) {
        return devices.origin(name.email(), network, device);
    }

    /**
     * How far the sign-in has come, if the password is right. No transaction spans the hash: no connection is held
     * while it is computed.
     *
     * <p>An attempt counts before the password is checked, so that guesses made at the same time count as well, and so
     * that being told to wait reveals neither whether there is such an account nor whether the password was right. The
     * right password gives the attempt back: a ward behind one address, or a doctor at many computers, never has to
     * wait. The network is checked first: one that has to wait cannot use up the attempts of other people's accounts. A
     * known device has its own count of both: strangers on its network do not keep its owner out.
     *
     * @throws org.consilium.limit.LimitReachedException after too many wrong passwords
     */
    @Requires(Action.SIGN_IN)
    @Limited({Limit.SIGN_IN_ADDRESS, Limit.SIGN_IN_ACCOUNT})
    public Optional<SignInProgress> signIn(SignInAttempt attempt, SignInOrigin origin, String password) {
        Optional<Credentials.Credential> known = credentials.find(attempt.name().email());
        Match match = match(password, known.orElseGet(credentials::decoy).hash());
        if (known.isEmpty()) {
            failures.tell(SignInFailure.UNKNOWN_ADDRESS);
        }
        Optional<SignInProgress> progress = known.flatMap(
                credential -> credentials.record(credential.accountKey(), match != Match.NO, origin.isKnown()));
        if (match == Match.OUTDATED && progress.isPresent()) {
            renew(known.get(), password);
        }
        return progress;
    }

    private Match match(String password, String hash) {
        return password.length() > TypedPassword.MAX ? Match.NO : passwords.match(password.toCharArray(), hash);
    }

    private void renew(Credentials.Credential outdated, String password) {
        try {
            credentials.renew(outdated, passwords.renew(password.toCharArray(), outdated.hash()));
        } catch (BusyException nextTime) {
            LOG.log(Level.FINE, "a password is hashed again when its owner signs in next", nextTime);
        }
    }

    /**
     * Makes the device of somebody who has signed in known to their account.
     *
     * @param stored what the device has from before; empty for nothing
     * @return what it is to store from now on
     */
    @Requires(Action.STAY_SIGNED_IN)
    public String rememberDevice(Caller caller, String stored) {
        return devices.remember(caller.accountKey(), stored);
    }

    /**
     * Notes that somebody signs in, before their session begins, and tells them by a letter unless they did so on a
     * device that they had used before.
     *
     * @param stored what the device has; empty for nothing
     * @return how many attempts with a wrong password they have not been told of yet
     */
    @Requires(Action.NOTE_SIGN_IN)
    @NotLimited("the sign-in is")
    public int noteSignIn(Caller caller, String stored) {
        audit.fire(AuditEvent.of(AuditKind.SIGN_IN).by(caller));
        return credentials.noteSignIn(caller.accountKey(), devices.knows(caller.accountKey(), stored));
    }

    /** Whether somebody who has signed in may continue; a disabled account ends within half a minute. */
    @Requires(Action.STAY_SIGNED_IN)
    public boolean isStillActive(Caller caller) {
        return active.contains(caller.accountKey());
    }
}
