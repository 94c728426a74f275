package org.consilium.account.passkey;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.platform.Digests;
import org.consilium.platform.PublicIds;
import org.consilium.platform.TypedText;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of one account (WebAuthn Level 3, section 4, "Credential Record"): the public key whose private one is on
 * the person's own device.
 */
@Entity
@Table(name = "passkey")
public class Passkey extends VersionedEntity {

    /** Its state when it has signed, as its authenticator tells it. */
    record Use(long signCount, BackupFlags flags) {}

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "user_handle")
    private byte[] userHandle;

    @Column(name = "credential_id")
    private byte[] credentialId;

    /** By which it is found. */
    @Column(name = "credential_hash")
    private String credentialHash;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "name", length = PasskeyName.MAX)
    private String name;

    /** Separated by spaces. */
    @Column(name = "transports")
    private String transports;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "backed_up")
    private boolean backedUp;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Passkey() {}

    Passkey(long accountKey, ByteArray userHandle, NewCredential credential, String name, Instant now) {
        super(PublicIds.next());
        this.accountKey = accountKey;
        this.userHandle = userHandle.getBytes();
        this.credentialId = credential.descriptor().getId().getBytes();
        this.credentialHash = Digests.sha256Hex(credentialId);
        this.publicKey = credential.publicKey().getBytes();
        this.signCount = credential.signCount();
        this.name = TypedText.strip(name);
        this.transports = known(credential.descriptor());
        this.backupEligible = credential.flags().eligible();
        this.backedUp = credential.flags().backedUp();
        this.createdAt = now;
    }

    /** Without those that a future browser may tell of, or somebody has made up. */
    private static String known(PublicKeyCredentialDescriptor descriptor) {
        Set<AuthenticatorTransport> known = Set.of(AuthenticatorTransport.values());
        return descriptor.getTransports().stream()
                .flatMap(Set::stream)
                .filter(known::contains)
                .map(AuthenticatorTransport::getId)
                .collect(Collectors.joining(" "));
    }

    /**
     * Records that its owner has signed with it.
     *
     * @return false if it may not be used: whether it can have a copy never changes (section 7.2)
     */
    boolean use(Use use, Instant now) {
        if (use.flags().eligible() != backupEligible) {
            return false;
        }
        signCount = use.signCount();
        backedUp = use.flags().backedUp();
        lastUsedAt = now;
        return true;
    }

    void rename(String newName) {
        name = TypedText.strip(newName);
    }

    long accountKey() {
        return accountKey;
    }

    PasskeyId id() {
        return new PasskeyId(publicId());
    }

    /** As the library verifies with it. */
    RegisteredCredential asCredential() {
        return RegisteredCredential.builder()
                .credentialId(new ByteArray(credentialId))
                .userHandle(new ByteArray(userHandle))
                .publicKeyCose(new ByteArray(publicKey))
                .signatureCount(signCount)
                .build();
    }

    /** As browsers are told of it. */
    PublicKeyCredentialDescriptor asDescriptor() {
        Set<AuthenticatorTransport> ways = Arrays.stream(transports.split(" ", -1))
                .filter(way -> !way.isEmpty())
                .map(AuthenticatorTransport::of)
                .collect(Collectors.toSet());
        return PublicKeyCredentialDescriptor.builder()
                .id(new ByteArray(credentialId))
                .transports(Optional.of(ways).filter(some -> !some.isEmpty()))
                .build();
    }

    PasskeySummary asSummary() {
        return new PasskeySummary(id(), name, createdAt, Optional.ofNullable(lastUsedAt), backedUp);
    }
}
