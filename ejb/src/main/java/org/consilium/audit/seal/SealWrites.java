package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.consilium.audit.NodeName;
import org.consilium.audit.TrailTables;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;

/** Adds seals and anchors, each in a transaction of its own. */
@ApplicationScoped
public class SealWrites {
    /** By the database's clock; the other nodes' clocks play no part. */
    private static final String TAKE =
            "UPDATE seal_lease SET holder = ?, held_until = UTC_TIMESTAMP(6) + INTERVAL 4 SECOND"
                    + " WHERE id = 1 AND (holder = ? OR held_until < UTC_TIMESTAMP(6))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private TrailTables tables;

    @Inject
    private NodeName node;

    /** Takes or renews the lease; returns false while another node has it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean takeLease() {
        return entities.createNativeQuery(TAKE)
                        .setParameter(1, node.get())
                        .setParameter(2, node.get())
                        .executeUpdate()
                == 1;
    }

    /** @throws org.consilium.database.DuplicateKeyException if another node was faster */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(Seal seal, SignedLine line) {
        add(
                "INSERT INTO " + tables.seal()
                        + " (number, up_to, sealed_at, line, signature) VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?)",
                seal.number(),
                seal.upTo(),
                line);
    }

    /**
     * Adds an anchor and then, before that is committed, lets it be kept elsewhere: of two nodes that add one of the
     * same number, the second does not get to that.
     *
     * @throws org.consilium.database.DuplicateKeyException if another node was faster
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(Anchor anchor, SignedLine line, Runnable keep) {
        add(
                "INSERT INTO " + tables.anchor()
                        + " (number, seal, anchored_at, line, signature) VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?)",
                anchor.number(),
                anchor.seal(),
                line);
        keep.run();
    }

    private void add(String sql, long number, long other, SignedLine line) {
        Query insert = entities.createNativeQuery(sql);
        insert.setParameter(1, number);
        insert.setParameter(2, other);
        insert.setParameter(3, line.text());
        insert.setParameter(4, line.signature());
        var unused = insert.executeUpdate();
    }
}
