package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** The rows of people's keys. */
@ApplicationScoped
public class ImageKeys {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Somebody's key, wrapped. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> find(long owner) {
        return Optional.ofNullable(entities.find(ImageKey.class, owner)).map(ImageKey::wrappedKey);
    }

    /**
     * Keeps somebody's first key.
     *
     * @throws jakarta.persistence.PersistenceException when they have one already
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(long owner, String wrapped) {
        entities.persist(new ImageKey(owner, wrapped, clock.instant()));
        entities.flush();
    }
}
