package org.consilium.account.passkey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;
import org.consilium.account.Accounts;
import org.consilium.account.FailedSignIns;
import org.consilium.account.FirstFactor;
import org.consilium.account.OwnerLetters;
import org.consilium.account.SignInFailure;
import org.consilium.account.TicketHolder;
import org.consilium.account.TicketHolders;
import org.consilium.account.factor.SecondFactors;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;

/**
 * Signs people in with passkeys: alone, as a passkey that makes sure of its owner is two factors (NIST SP 800-63B-4,
 * section 3.1.7); or after the password. Somebody who needs a second factor and has none can make one here.
 */
@Stateless
public class PasskeySignInService {

    @Inject
    private PasskeyCeremonies ceremonies;

    @Inject
    private TicketHolders holders;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private OwnerLetters letters;

    @Inject
    private FailedSignIns failures;

    /** Asks a browser to sign with any passkey of this site that it has. */
    @Requires(Action.SIGN_IN)
    @Limited(Limit.PASSKEY_ADDRESS)
    public PasskeyRequest begin(ClientAddress from) {
        return ceremonies.beginAssertion(Optional.empty());
    }

    /**
     * Lets somebody in with nothing typed.
     *
     * @param token of {@link #begin}
     * @param response the browser's {@code AuthenticationResponseJSON}
     * @return empty if it is refused or was removed, or the account is disabled
     */
    @Requires(Action.SIGN_IN)
    @NotLimited("it needs a challenge, which is limited")
    public Optional<Caller> finish(String token, @PasskeyAnswer String response) {
        Optional<Long> signer = ceremonies.finishAssertion(token, response);
        Optional<Caller> caller = signer.flatMap(accounts::letIn);
        if (caller.isEmpty()) {
            signer.map(accounts::lockedSummary)
                    .ifPresentOrElse(
                            owner -> failures.tell(owner, SignInFailure.PASSKEY_REFUSED),
                            () -> failures.tell(SignInFailure.PASSKEY_REFUSED));
        }
        return caller;
    }

    /**
     * Asks somebody who has entered the right password for one of their passkeys.
     *
     * @throws org.consilium.access.NotFoundException when the ticket is not, or no longer, valid
     */
    @Requires(Action.SIGN_IN)
    @Limited(Limit.PASSKEY_ADDRESS)
    public PasskeyRequest beginStep(String ticket, ClientAddress from) {
        return ceremonies.beginAssertion(Optional.of(holders.get(ticket).accountKey()));
    }

    /**
     * Lets somebody in who has entered the right password.
     *
     * @param token of {@link #beginStep}
     * @param response the browser's {@code AuthenticationResponseJSON}
     * @return empty if it is refused
     * @throws org.consilium.access.NotFoundException when the ticket is not, or no longer, valid
     */
    @Requires(Action.SIGN_IN)
    @NotLimited("it needs a challenge, which is limited")
    public Optional<Caller> finishStep(String ticket, String token, @PasskeyAnswer String response) {
        // first the passkey is locked, then the account, as where passkeys are removed
        Optional<Long> signer = ceremonies.finishAssertion(token, response);
        TicketHolder holder = holders.get(ticket);
        Optional<Caller> caller = signer.filter(key -> key == holder.accountKey())
                // it may have been removed just now
                .filter(factors::hasPasskey)
                .map(key -> holders.letIn(holder));
        if (caller.isEmpty()) {
            failures.tell(holder.caller(), SignInFailure.PASSKEY_REFUSED);
        }
        return caller;
    }

    /**
     * Asks for a new passkey of somebody who needs a second factor and has none.
     *
     * @throws org.consilium.access.NotFoundException when the ticket is not valid, or the account has a second factor
     */
    @Requires(Action.SIGN_IN)
    @Limited(Limit.PASSKEY_ADDRESS)
    public PasskeyRequest beginSetUp(String ticket, ClientAddress from) {
        TicketHolder holder = holders.withoutFactor(ticket);
        return ceremonies.beginRegistration(holder.caller(), holder.owner().email());
    }

    /**
     * Stores the passkey, and lets its owner in, who is told of it by a letter as well.
     *
     * @param token of {@link #beginSetUp}
     * @param response the browser's {@code RegistrationResponseJSON}
     * @return the recovery codes as well; empty if the passkey is refused
     * @throws org.consilium.access.NotFoundException when the ticket is not valid, or the account has a second factor
     */
    @Requires(Action.SIGN_IN)
    @NotLimited("it needs a challenge, which is limited")
    public Optional<FirstFactor> finishSetUp(
            String ticket, String token, @PasskeyAnswer String response, @PasskeyName String name) {
        TicketHolder holder = holders.withoutFactor(ticket);
        if (!ceremonies.finishRegistration(holder.caller(), token, response, name)) {
            return Optional.empty();
        }
        letters.send(LetterKind.SECOND_FACTOR_CHANGED, holder.owner());
        return Optional.of(new FirstFactor(holders.letIn(holder), factors.renewRecoveryCodes(holder.accountKey())));
    }
}
