package org.consilium.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.account.factor.SecondFactors;
import org.consilium.account.password.Argon2idHash;
import org.consilium.mail.LetterKind;

/** The short transactions of a sign-in: reading the password's hash, and recording the result. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Credentials {
    /** The key of no account. */
    private static final long NOBODY = -1;

    @Inject
    private Accounts accounts;

    @Inject
    private Argon2idHash passwords;

    @Inject
    private SecondFactors factors;

    @Inject
    private SecondFactorPolicy policy;

    @Inject
    private SignInTickets tickets;

    @Inject
    private WaitingResets resets;

    @Inject
    private OwnerLetters letters;

    @Inject
    private FailedSignIns failures;

    @Inject
    private Clock clock;

    private String decoy = "";

    @PostConstruct
    void prepareDecoy() {
        decoy = passwords.generate(Tokens.next().toCharArray());
    }

    Optional<Credential> find(String email) {
        return accounts.find(email).flatMap(Credentials::of);
    }

    /** Of an account that has a password. */
    Credential get(long accountKey) {
        return of(accounts.lock(accountKey)).orElseThrow(NotFoundException::new);
    }

    private static Optional<Credential> of(Account account) {
        return Optional.ofNullable(account.passwordHash()).map(hash -> new Credential(account.key(), hash));
    }

    /** A hash that no password matches, checked when there is no account, so that the answer takes as long. */
    Credential decoy() {
        return new Credential(NOBODY, decoy);
    }

    Optional<SignInProgress> record(long accountKey, boolean matches, boolean known) {
        Account account = accounts.lock(accountKey);
        if (!account.isOpen(known, clock.instant())) {
            failures.tell(account, SignInFailure.ACCOUNT_CLOSED);
            return Optional.empty();
        }
        if (matches) {
            return Optional.of(progress(account));
        }
        failures.tell(account, SignInFailure.WRONG_PASSWORD);
        if (account.refuse(known, clock.instant())) {
            letters.send(LetterKind.LOCKED, account.asOwner());
        }
        return Optional.empty();
    }

    /**
     * Notes that somebody has signed in, and tells them by a letter unless they did so on a device that they had used
     * before. Who has come in with a second factor needs no reset of it.
     *
     * @return how many attempts with a wrong password they have not been told of yet
     */
    int noteSignIn(long accountKey, boolean known) {
        Account account = accounts.lock(accountKey);
        if (factors.isSetUp(accountKey)) {
            resets.ownerHasSignedIn(accountKey);
        }
        boolean before = account.noteSignIn(clock.instant());
        if (before && !known) {
            letters.send(LetterKind.NEW_DEVICE, account.asOwner());
        }
        return account.takeRefusedSignIns();
    }

    private SignInProgress progress(Account account) {
        boolean unused = resets.carryOutDue(account.key());
        boolean setUp = factors.isSetUp(account.key());
        if (setUp || policy.isRequired(account.role())) {
            return SignInProgress.pending(tickets.issue(account.key(), account.passwordSalt()), !setUp);
        }
        account.unlock();
        return SignInProgress.complete(account.asCaller());
    }

    /** Replaces a hash by one of the same password. */
    void renew(Credential outdated, String hash) {
        accounts.lock(outdated.accountKey()).renewHash(outdated.hash(), hash);
    }

    record Credential(long accountKey, String hash) {}
}
