package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.UserIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.account.Tokens;
import org.consilium.account.passkey.PasskeyChallenge.Ceremony;

/**
 * Registrations and signatures from the challenge to the answer, which uses the challenge up, whatever it is. A wrong
 * answer is refused without a reason, which the log has.
 */
@ApplicationScoped
public class PasskeyCeremonies {

    @Inject
    private PasskeyCeremony ceremony;

    @Inject
    private PasskeyChallenges challenges;

    @Inject
    private Passkeys passkeys;

    @Inject
    private Clock clock;

    /**
     * Asks somebody's browser to make a passkey on a device that has none of theirs yet.
     *
     * @param email by which the device names the account
     */
    PasskeyRequest beginRegistration(Caller owner, String email) {
        UserIdentity user = UserIdentity.builder()
                .name(email)
                .displayName(owner.fullName())
                .id(UserHandle.of(owner.getName()))
                .build();
        String token = Tokens.next();
        PasskeyChallenge begun = challenges.add(Ceremony.REGISTRATION, owner.accountKey(), token);
        return new PasskeyRequest(
                token,
                ceremony.creationOptions(
                        begun.challenge(),
                        user,
                        passkeys.of(owner.accountKey()).stream()
                                .map(Passkey::asDescriptor)
                                .toList()));
    }

    /** Stores the passkey that the browser has made; false if it is refused. */
    boolean finishRegistration(Caller owner, String token, String response, String name) {
        ByteArray handle = UserHandle.of(owner.getName());
        return challenges
                .take(Ceremony.REGISTRATION, token)
                .filter(begun -> begun.isFor(owner.accountKey()))
                .flatMap(begun -> ceremony.register(begun.challenge(), handle, response))
                .map(made -> new Passkey(owner.accountKey(), handle, made, name, clock.instant()))
                .filter(passkeys::add)
                .isPresent();
    }

    /**
     * Asks a browser to sign with a passkey.
     *
     * @param accountKey of somebody who has given their password; empty for any passkey of this site that the browser
     *     has
     */
    PasskeyRequest beginAssertion(Optional<Long> accountKey) {
        String token = Tokens.next();
        PasskeyChallenge begun = challenges.add(Ceremony.ASSERTION, accountKey.orElse(null), token);
        List<Passkey> allowed = accountKey.map(passkeys::of).orElseGet(List::of);
        return new PasskeyRequest(
                token,
                ceremony.requestOptions(
                        begun.challenge(),
                        allowed.stream().map(Passkey::asDescriptor).toList()));
    }

    /**
     * The key of the account whose owner has signed. Who calls has to compare it with the account that has given its
     * password, if one has, and to check that the account can sign in.
     *
     * @return empty if the signature is refused
     */
    Optional<Long> finishAssertion(String token, String response) {
        return challenges
                .take(Ceremony.ASSERTION, token)
                .flatMap(begun -> ceremony.read(response).flatMap(sent -> signer(begun, sent)))
                .map(Passkey::accountKey);
    }

    private Optional<Passkey> signer(PasskeyChallenge begun, SentAssertion sent) {
        return passkeys.lock(sent.credentialId())
                .filter(passkey -> begun.isFor(passkey.accountKey()))
                .filter(passkey -> ceremony.verify(begun.challenge(), sent, passkey.asCredential(), begun.hasAccount())
                        .filter(use -> passkey.use(use, clock.instant()))
                        .isPresent());
    }
}
