package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.database.DuplicateKeyException;
import org.consilium.storage.SealKey;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sealer;
import org.consilium.trail.seal.SignedLine;

/**
 * Seals what was committed since the last seal. One node at a time does, by a lease, and another when that one is gone;
 * should two do so at once, the number of the seal, which is a key, lets one of them add it.
 */
@ApplicationScoped
public class SealRun {
    private static final Logger LOG = Logger.getLogger(SealRun.class.getName());

    private static final int MOST_ENTRIES = 5_000;

    @Inject
    private SealedTables sealed;

    @Inject
    private SealWrites writes;

    @Inject
    private SealKey key;

    @Inject
    private TrustedKeys keys;

    @Inject
    private Anchoring anchoring;

    /** The newest seal that this node has seen: it must never be gone. */
    private Optional<Stored> known = Optional.empty();

    /** Seals all there is, and anchors if that is due; returns at once while another node does. */
    synchronized void run() {
        try {
            while (writes.takeLease()) {
                if (!sealNext()) {
                    anchoring.anchorIfDue();
                    return;
                }
            }
        } catch (DuplicateKeyException faster) {
            LOG.log(Level.INFO, "another node has sealed the audit trail at the same time", faster);
        }
    }

    private boolean sealNext() {
        Optional<Stored> newest = sealed.newestSeal();
        remember(newest);
        Optional<SignedLine> next = new Sealer(sealed, key, MOST_ENTRIES)
                .next(newest.map(stored -> SignedLine.parse(stored.line())).orElse(null));
        if (next.isEmpty()) {
            return false;
        }
        Seal seal = Seal.parse(next.get());
        writes.add(seal, next.get());
        known = Optional.of(new Stored(seal.number(), next.get().line()));
        return true;
    }

    /**
     * A seal that is gone or another one is anchored, before others take its number: somebody has removed it from the
     * database, and each verification is to say so. A forged one is none of ours.
     */
    private void remember(Optional<Stored> newest) {
        Optional<Stored> before = known;
        if (before.isPresent() && !isStored(before.get())) {
            LOG.log(
                    Level.SEVERE,
                    "seal {0} of the audit trail was removed or replaced in the database",
                    before.get().number());
            anchoring.anchor(SignedLine.parse(before.get().line()));
        }
        known = newest.filter(stored -> keys.genuine(stored.line()).isPresent());
    }

    private boolean isStored(Stored seal) {
        return sealed.seals(seal.number() - 1, 1).contains(seal);
    }
}
