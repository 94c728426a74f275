package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.database.NativeReads;

/** Adds entries to the trail that have waited in the object store, each once. */
@ApplicationScoped
public class LateTransfer {
    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private Entries entries;

    @Inject
    private TrailTables tables;

    @Inject
    private Clock clock;

    /**
     * Adds the rows of an object, unless another node has; two at once cannot, as the name is a key.
     *
     * @param name of the object
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(String name, List<EntryRow> rows) {
        if (!reads.rows("SELECT name FROM " + tables.late() + " WHERE name = ?", List.of(name))
                .isEmpty()) {
            return;
        }
        var unused = entities.createNativeQuery("INSERT INTO " + tables.late() + " (name, added_at) VALUES (?, ?)")
                .setParameter(1, name)
                .setParameter(2, LocalDateTime.now(clock))
                .executeUpdate();
        entries.addRows(rows);
    }
}
