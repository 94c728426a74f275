package org.consilium.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.consilium.access.Caller;

/** The short transactions of a sign-in: reading the password's hash, and recording the result. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Credentials {

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
        return accounts.find(email)
                .flatMap(account ->
                        Optional.ofNullable(account.passwordHash()).map(hash -> new Credential(account.key(), hash)));
    }

    /** A hash that no password matches, checked when there is no account, so that the answer takes as long. */
    String decoy() {
        return decoy;
    }

    Optional<Caller> record(long accountKey, boolean matches) {
        Account account = accounts.lock(accountKey);
        return account.signIn(matches, clock.instant()) ? Optional.of(account.asCaller()) : Optional.empty();
    }

    record Credential(long accountKey, String hash) {}
}
