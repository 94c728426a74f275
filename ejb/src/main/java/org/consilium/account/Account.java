package org.consilium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.account.password.Argon2idHash;
import org.consilium.platform.Mailbox;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * The account of one person. Patients open theirs with a password; staff are invited, and choose a password when they
 * accept. Very many wrong passwords lock it for a growing time for devices that it does not know; an administrator can
 * unlock it, or disable it altogether.
 */
@Entity
@Table(name = "account")
@EntityListeners(AccountListener.class)
public class Account extends VersionedEntity {

    /** More than the longest name in the IANA database. */
    private static final int MAX_ZONE = 64;

    /** As {@link Mailbox} writes it. */
    @Column(name = "email", length = EmailAddress.MAX)
    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Column(name = "first_name", length = NamePart.MAX)
    private String firstName;

    @Column(name = "last_name", length = NamePart.MAX)
    private String lastName;

    /** The {@link SearchKey} of the name, last name first; null until {@link NameKeys} fills it. */
    @SuppressWarnings("unused") // read by queries
    @Column(name = "name_key", length = SearchKey.MAX)
    private @Nullable String nameKey;

    /** The same with the first name first. */
    @SuppressWarnings("unused") // read by queries
    @Column(name = "given_name_key", length = SearchKey.MAX)
    private @Nullable String givenNameKey;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Embedded
    private SignInFailures failures;

    /** Wrong passwords and codes that the owner has not been told of. */
    @Column(name = "refused_sign_ins")
    private int refusedSignIns;

    @Column(name = "invitation_hash")
    private @Nullable String invitationHash;

    @Column(name = "invitation_expires_at")
    private @Nullable Instant invitationExpiresAt;

    /** When the owner last signed in; null if they have not, or a version did not note it. */
    @Column(name = "signed_in_at")
    private @Nullable Instant signedInAt;

    /** In which the person reads times; null until a browser has told it. */
    @Column(name = "time_zone", length = MAX_ZONE)
    private @Nullable String timeZone;

    /** In which the person always reads times, whatever a browser tells; null if they have chosen none. */
    @Column(name = "chosen_time_zone", length = MAX_ZONE)
    private @Nullable String chosenTimeZone;

    /** In which the person gets letters; null if it is not known. */
    @Column(name = "language")
    private @Nullable String language;

    @Column(name = "created_at")
    private Instant createdAt;

    /** As the database has it; null before the account is stored. */
    @Transient
    private @Nullable Standing stored;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Account() {}

    Account(Mailbox email, PersonName name, Role role, Instant now) {
        super(PublicIds.next());
        this.email = email.address();
        this.firstName = name.first();
        this.lastName = name.last();
        this.nameKey = name.lastFirstKey();
        this.givenNameKey = name.firstLastKey();
        this.role = role;
        this.status = AccountStatus.INVITED;
        this.createdAt = now;
        this.failures = new SignInFailures();
    }

    void invite(String tokenHash, Instant expiresAt) {
        requireStatus(AccountStatus.INVITED);
        invitationHash = tokenHash;
        invitationExpiresAt = expiresAt;
    }

    boolean isInvitationOpen(Instant now) {
        return status == AccountStatus.INVITED && invitationExpiresAt != null && now.isBefore(invitationExpiresAt);
    }

    /** Sets the first password; from now on the person can sign in. */
    void activate(String hash) {
        requireStatus(AccountStatus.INVITED);
        passwordHash = hash;
        status = AccountStatus.ACTIVE;
        invitationHash = null;
        invitationExpiresAt = null;
    }

    void replacePassword(String hash) {
        requireStatus(AccountStatus.ACTIVE);
        passwordHash = hash;
        unlock();
    }

    /**
     * Replaces the hash of the same password.
     *
     * @param outdated nothing happens if it is no longer this one
     */
    void renewHash(String outdated, String renewed) {
        if (outdated.equals(passwordHash)) {
            passwordHash = renewed;
        }
    }

    /**
     * Whether a right password is accepted. What was wrong before is forgotten once the last step is taken, by
     * {@link #unlock}.
     *
     * @param known whether it comes from a device on which the owner has signed in before: what others do never keeps
     *     them out there
     */
    boolean isOpen(boolean known, Instant now) {
        return isActive() && (known || !isLocked(now));
    }

    /**
     * Records a wrong password, or a second step that failed.
     *
     * @param known whether a wrong password comes from such a device, which never locks the account
     * @return whether it locks the account, and those before did not
     */
    boolean refuse(boolean known, Instant now) {
        refusedSignIns++;
        return !known && failures.add(now);
    }

    /**
     * Notes that the owner has signed in.
     *
     * @return whether they had before
     */
    boolean noteSignIn(Instant now) {
        boolean before = signedInAt != null;
        signedInAt = now;
        return before;
    }

    /** Forgets the wrong passwords and codes. */
    void unlock() {
        failures.forget();
    }

    /** How often a password or code was wrong since the owner was last told. */
    int takeRefusedSignIns() {
        int refused = refusedSignIns;
        refusedSignIns = 0;
        return refused;
    }

    void disable() {
        status = AccountStatus.DISABLED;
        invitationHash = null;
        invitationExpiresAt = null;
    }

    void enable() {
        requireStatus(AccountStatus.DISABLED);
        status = passwordHash == null ? AccountStatus.INVITED : AccountStatus.ACTIVE;
    }

    /** Remembers the present state as the one that is stored. */
    void markStored() {
        stored = standing();
    }

    /** Whether sessions that began before the present changes must end. */
    boolean endsSessions() {
        return stored != null && stored.hasSessions() && !stored.equals(standing());
    }

    private Standing standing() {
        return new Standing(status, role, passwordSalt(), email);
    }

    void rename(PersonName name) {
        requireStatus(AccountStatus.ACTIVE);
        firstName = name.first();
        lastName = name.last();
        nameKey = name.lastFirstKey();
        givenNameKey = name.firstLastKey();
    }

    /** Gives it another address; sessions that began under the old one end. */
    void readdress(Mailbox address) {
        requireStatus(AccountStatus.ACTIVE);
        email = address.address();
    }

    void readIn(Locale chosen) {
        language = chosen.toLanguageTag();
    }

    void readIn(ZoneId zone) {
        timeZone = zone.getId();
    }

    void readTimesIn(@Nullable ZoneId zone) {
        chosenTimeZone = zone == null ? null : zone.getId();
    }

    /** In which the person reads times; empty if it is not known, or this node's Java does not know it. */
    Optional<ZoneId> timeZone() {
        return known(timeZone);
    }

    /** In which the person has chosen to read times; empty if it is to be that of the device. */
    Optional<ZoneId> chosenTimeZone() {
        return known(chosenTimeZone);
    }

    private static Optional<ZoneId> known(@Nullable String zone) {
        return Optional.ofNullable(zone)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }

    private void requireStatus(AccountStatus expected) {
        if (status != expected) {
            throw new AccountStatusException(status);
        }
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    boolean isLocked(Instant now) {
        return failures.lock(now);
    }

    Caller asCaller() {
        return new Caller(key(), publicId(), role, name().full());
    }

    /** As the one who gets letters. */
    AccountOwner asOwner() {
        return new AccountOwner(
                key(),
                email,
                Optional.ofNullable(language).map(Locale::forLanguageTag),
                chosenTimeZone().or(this::timeZone));
    }

    AccountSummary asSummary() {
        return new AccountSummary(id(), name(), role, status, asOwner());
    }

    Role role() {
        return role;
    }

    /** The salt of the password's hash; empty if no password was chosen yet. */
    String passwordSalt() {
        return passwordHash == null ? "" : Argon2idHash.salt(passwordHash);
    }

    AccountStatus status() {
        return status;
    }

    /** As somebody who waits for a second person's approval. */
    PendingAppointment asPending(String proposer, boolean approvable) {
        return new PendingAppointment(new AppointmentId(id().value()), name(), email, role, proposer, approvable);
    }

    PersonName name() {
        return new PersonName(firstName, lastName);
    }

    PasswordOwner asPasswordOwner() {
        return new PasswordOwner(name(), email, role);
    }

    /** Texts that are no part of a good password. */
    List<String> personalTexts() {
        return List.of(firstName, lastName, email);
    }

    /** As the people page shows it; the appointment may be pending although the account was disabled since. */
    Person asPerson(Instant now, boolean appointmentPending) {
        boolean pending = status == AccountStatus.INVITED && appointmentPending;
        return new Person(id(), name(), email, role, status, pending, isLocked(now));
    }

    AccountId id() {
        return new AccountId(publicId());
    }

    String email() {
        return email;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }
}
