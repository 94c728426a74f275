package org.consilium.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;

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

    Optional<Caller> record(long accountKey, boolean matches, boolean known) {
        Account account = accounts.lock(accountKey);
        return account.signIn(matches, known, clock.instant()) ? Optional.of(account.asCaller()) : Optional.empty();
    }

    int takeRefusedSignIns(long accountKey) {
        return accounts.lock(accountKey).takeRefusedSignIns();
    }

    record Credential(long accountKey, String hash) {}
}
