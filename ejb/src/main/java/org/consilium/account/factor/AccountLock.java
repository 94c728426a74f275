package org.consilium.account.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lets one transaction at a time set up the second factor of an account. */
@ApplicationScoped
public class AccountLock {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** Waits until nobody else sets it up, and keeps others waiting until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(long accountKey) {
        List<?> unused = entities.createNativeQuery("SELECT id FROM account WHERE id = ? FOR UPDATE")
                .setParameter(1, accountKey)
                .getResultList();
    }
}
