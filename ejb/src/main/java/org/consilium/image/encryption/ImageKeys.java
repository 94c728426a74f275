package org.consilium.image.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** The repository of patients' keys. */
@ApplicationScoped
public class ImageKeys {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Finds an account's wrapped key. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> find(long owner) {
        return Optional.ofNullable(entities.find(ImageKey.class, owner)).map(ImageKey::wrappedKey);
    }

    /**
     * Stores an account's wrapped key.
     *
     * @throws org.consilium.database.DuplicateKeyException if the account has a key already
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(long owner, String wrapped) {
        entities.persist(new ImageKey(owner, wrapped, clock.instant()));
        entities.flush();
    }
}
