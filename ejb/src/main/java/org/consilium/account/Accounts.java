package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.Role;
import org.consilium.account.password.Argon2idHash;
import org.consilium.database.DuplicateKeyException;
import org.consilium.platform.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The repository of accounts; other features open accounts and look up names here, inside their own transaction. People
 * are searched for in {@link AccountSearch}, and passwords are in {@link AccountPasswords}.
 */
@ApplicationScoped
public class Accounts {

    /** As the schema names it. */
    private static final String UNIQUE_EMAIL = "account_email";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Argon2idHash passwords;

    @Inject
    private WaitingResets resets;

    @Inject
    private Event<AccountDisabled> disabled;

    /** The status of the account that an address has; empty if it has none. */
    public Optional<AccountStatus> statusOf(String email) {
        return find(email).map(Account::status);
    }

    /**
     * Opens the account of a patient, who has proven that the address is theirs; it can be used at once.
     *
     * @param language in which they get letters
     * @return the account's key
     * @throws EmailTakenException when the address has an account already
     */
    public long openPatient(String email, PersonName name, String passwordHash, Locale language) {
        Account account = reserve(email, name, Role.PATIENT);
        account.activate(passwordHash);
        account.readIn(language);
        return account.key();
    }

    /** The owner of an address, if they can sign in. */
    public Optional<AccountOwner> activeOwner(String email) {
        return find(email).filter(Account::isActive).map(Account::asOwner);
    }

    /** The same by the account's key. */
    public Optional<AccountOwner> activeOwner(long accountKey) {
        return active(accountKey).map(Account::asOwner);
    }

    /** Those of them who can sign in, in one statement. */
    public List<AccountOwner> activeOwners(Collection<Long> keys) {
        return byKey(keys).values().stream()
                .filter(Account::isActive)
                .map(Account::asOwner)
                .toList();
    }

    /** All of a role who can sign in: of one that few people have. */
    public List<AccountOwner> activeOwners(Role role) {
        return entities.createQuery("select a from Account a where a.role = :role", Account.class)
                .setParameter("role", role)
                .getResultStream()
                .filter(Account::isActive)
                .map(Account::asOwner)
                .toList();
    }

    /** Locks an account until the transaction ends, unless another one has locked it; returns whether it did. */
    public boolean tryLock(long accountKey) {
        return !entities.createNativeQuery("SELECT id FROM account WHERE id = ? FOR UPDATE SKIP LOCKED")
                .setParameter(1, accountKey)
                .getResultList()
                .isEmpty();
    }

    /** Somebody who can sign in, as a new caller: the container does not sign in the one that it has already. */
    public Optional<Caller> caller(long accountKey) {
        return active(accountKey).map(Account::asCaller);
    }

    /**
     * Lets somebody in by something that nobody can guess: wrong passwords neither keep them out, nor count any longer.
     *
     * @return empty if the account is disabled, or it was a second factor that is to be removed now
     */
    public Optional<Caller> letIn(long accountKey) {
        return Optional.of(lock(accountKey))
                .filter(Account::isActive)
                .filter(account -> !resets.carryOutDue(accountKey))
                .map(account -> {
                    account.unlock();
                    return account.asCaller();
                });
    }

    /**
     * An account as other features need it.
     *
     * @throws NotFoundException when there is no such account
     */
    public AccountSummary summary(AccountId id) {
        return get(id).asSummary();
    }

    /** By their keys, in one statement. */
    public Map<Long, AccountSummary> summaries(Collection<Long> keys) {
        return byKey(keys).values().stream().collect(Collectors.toMap(Account::key, Account::asSummary));
    }

    /** The same, locked until the transaction ends. */
    public AccountSummary lockedSummary(long accountKey) {
        return lock(accountKey).asSummary();
    }

    /** Somebody who can sign in, and chooses another password. */
    public Optional<PasswordOwner> passwordOwner(long accountKey) {
        return active(accountKey).map(Account::asPasswordOwner);
    }

    private Optional<Account> active(long accountKey) {
        return find(accountKey).filter(Account::isActive);
    }

    /** Ends everything that somebody has open, and keeps them from signing in, until an administrator enables it. */
    public void disable(long accountKey, long administrator) {
        lock(accountKey).disable();
        resets.accountIsDisabled(accountKey, administrator);
        disabled.fire(new AccountDisabled(accountKey));
    }

    /** Sets the zone in which somebody always reads times; null for that of the device. */
    public void readTimesIn(long accountKey, @Nullable ZoneId zone) {
        lock(accountKey).readTimesIn(zone);
    }

    /**
     * Renames somebody, and keeps the former name.
     *
     * @return them as a new caller
     */
    public Caller rename(long accountKey, PersonName name) {
        Account account = lock(accountKey);
        if (!account.name().equals(name)) {
            entities.persist(new FormerName(accountKey, account.name(), clock.instant()));
            account.rename(name);
        }
        return account.asCaller();
    }

    /**
     * Gives an account another address. It ends all sessions.
     *
     * @throws EmailTakenException when the address has an account already
     */
    public void readdress(long accountKey, String email) {
        requireFree(email);
        lock(accountKey).readdress(Mailbox.of(email));
        flush();
    }

    /** Sets the language in which the owner of an account gets letters. */
    public void readIn(long accountKey, Locale language) {
        lock(accountKey).readIn(language);
    }

    /**
     * Opens the account of the administrator whom the configuration names, in a transaction of its own, so that a
     * failure rolls back nothing else.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void openAdministrator(String email, PersonName name, String password) {
        var unused = open(email, name, Role.ADMINISTRATOR, password);
    }

    private Account open(String email, PersonName name, Role role, String password) {
        String hash = passwords.generate(password.toCharArray());
        Account account = reserve(email, name, role);
        account.activate(hash);
        return account;
    }

    /**
     * Stores an account that nobody can sign in with yet.
     *
     * @throws EmailTakenException when the address has an account already
     */
    Account reserve(String email, PersonName name, Role role) {
        return store(new Account(Mailbox.of(email), name, role, clock.instant()));
    }

    /** The names of accounts by their keys, in one statement. */
    public Map<Long, PersonName> names(Collection<Long> keys) {
        return byKey(keys).values().stream().collect(Collectors.toMap(Account::key, Account::name));
    }

    Map<Long, Account> byKey(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select a from Account a where a.key in :keys", Account.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(Account::key, account -> account));
    }

    Optional<Account> find(String email) {
        return entities.createQuery("select a from Account a where a.email in :stored", Account.class)
                .setParameter("stored", Mailbox.stored(email))
                .getResultStream()
                .findFirst();
    }

    Optional<Account> find(long accountKey) {
        return Optional.ofNullable(entities.find(Account.class, accountKey));
    }

    Account get(AccountId id) {
        return entities.createQuery("select a from Account a where a.publicId = :id", Account.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Account lock(long key) {
        return Optional.ofNullable(entities.find(Account.class, key, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFoundException::new);
    }

    Optional<Account> invited(String token) {
        return entities.createQuery("select a from Account a where a.invitationHash = :hash", Account.class)
                .setParameter("hash", Tokens.hash(token))
                .getResultStream()
                .findFirst()
                .filter(account -> account.isInvitationOpen(clock.instant()));
    }

    boolean hasAny(Role role) {
        return !entities.createQuery("select a.key from Account a where a.role = :role", Long.class)
                .setParameter("role", role)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    boolean hasActive(Role role) {
        return !entities.createQuery(
                        "select a.key from Account a where a.role = :role and a.status = :active", Long.class)
                .setParameter("role", role)
                .setParameter("active", AccountStatus.ACTIVE)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Account store(Account account) {
        requireFree(account.email());
        entities.persist(account);
        flush();
        return account;
    }

    private void requireFree(String email) {
        if (find(email).isPresent()) {
            throw new EmailTakenException();
        }
    }

    private void flush() {
        try {
            entities.flush();
        } catch (DuplicateKeyException duplicate) {
            throw duplicate.isOf(UNIQUE_EMAIL) ? new EmailTakenException() : duplicate;
        }
    }
}
