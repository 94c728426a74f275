package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.factor.PasskeyOwners;
import org.consilium.platform.Digests;

/** The repository of passkeys. */
@ApplicationScoped
public class Passkeys implements PasskeyOwners {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /**
     * Stores a new passkey.
     *
     * @return false if it belongs to somebody already (WebAuthn Level 3, section 7.1)
     * @throws org.consilium.database.DuplicateKeyException if it is stored twice at the same moment
     */
    boolean add(Passkey passkey) {
        ByteArray id = passkey.asCredential().getCredentialId();
        if (!withCredential(id).getResultList().isEmpty()) {
            return false;
        }
        entities.persist(passkey);
        return true;
    }

    /** The passkey with this credential id, locked until the transaction ends: its counter must not go back. */
    Optional<Passkey> lock(ByteArray credentialId) {
        return withCredential(credentialId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Passkey> withCredential(ByteArray id) {
        return entities.createQuery("select p from Passkey p where p.credentialHash = :hash", Passkey.class)
                .setParameter("hash", Digests.sha256Hex(id.getBytes()));
    }

    @Override
    public boolean hasPasskey(long accountKey) {
        return !entities.createQuery("select p.key from Passkey p where p.accountKey = :account", Long.class)
                .setParameter("account", accountKey)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** In the order in which they were added. */
    List<Passkey> of(long accountKey) {
        return entities.createQuery(
                        "select p from Passkey p where p.accountKey = :account order by p.key", Passkey.class)
                .setParameter("account", accountKey)
                .getResultList();
    }

    Optional<Passkey> find(PasskeyId id) {
        return query(id).getResultStream().findFirst();
    }

    Passkey get(PasskeyId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** Locks one until the transaction ends; does nothing if there is none. */
    void lock(PasskeyId id) {
        List<Passkey> unused =
                query(id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Passkey> query(PasskeyId id) {
        return entities.createQuery("select p from Passkey p where p.publicId = :id", Passkey.class)
                .setParameter("id", id.value());
    }

    @Override
    public void removePasskeys(long accountKey) {
        of(accountKey).forEach(this::remove);
    }

    void remove(Passkey passkey) {
        entities.remove(passkey);
    }
}
