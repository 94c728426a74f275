package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The keys by which names are searched, of accounts that have been stored without them. */
@ApplicationScoped
public class NameKeys {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /**
     * Makes the keys of some accounts, in a transaction of its own; nothing else of an account changes.
     *
     * @param most how many at most
     * @return how many accounts had none
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int fill(int most) {
        List<Object[]> found = entities.createQuery(
                        "select a.key, a.firstName, a.lastName from Account a where a.nameKey is null", Object[].class)
                .setMaxResults(most)
                .getResultList();
        found.forEach(row -> fill((long) row[0], new PersonName((String) row[1], (String) row[2])));
        return found.size();
    }

    private void fill(long account, PersonName name) {
        entities.createQuery("update Account a set a.nameKey = :last, a.givenNameKey = :first where a.key = :key")
                .setParameter("last", name.lastFirstKey())
                .setParameter("first", name.firstLastKey())
                .setParameter("key", account)
                .executeUpdate();
    }
}
