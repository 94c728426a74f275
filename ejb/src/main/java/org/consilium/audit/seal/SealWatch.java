package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.Seal;

/**
 * Raises an alarm when the trail is not sealed. Each node looks, whichever one seals: somebody who can write to the
 * database could keep all of them from it, and nothing else would show that.
 */
@ApplicationScoped
public class SealWatch {
    private static final Logger LOG = Logger.getLogger(SealWatch.class.getName());

    /** Of the turns of the timer. */
    private static final int EACH = 5;

    @Inject
    private SealedTables sealed;

    @Inject
    private TrustedKeys keys;

    private final UnsealedTime unsealed = new UnsealedTime();
    private int turn;

    /** Looks each fifth time. */
    synchronized void look() {
        turn = (turn + 1) % EACH;
        if (turn != 0) {
            return;
        }
        try {
            lookNow();
        } catch (RuntimeException failure) {
            // how long an entry has waited is not known
            unsealed.forget();
            throw failure;
        }
    }

    private void lookNow() {
        Optional<Stored> newest = sealed.newestSeal();
        Optional<Seal> genuine = newest.flatMap(stored -> keys.genuine(stored.line()));
        if (newest.isPresent() && genuine.isEmpty()) {
            LOG.log(
                    Level.SEVERE,
                    "the newest seal of the audit trail, {0}, was changed or forged, or this node does not know its key",
                    newest.get().number());
            return;
        }
        OptionalLong waiting = sealed.firstAfter(genuine.map(Seal::upTo).orElse(0L));
        if (unsealed.isTooLong(waiting, System.nanoTime())) {
            LOG.log(
                    Level.SEVERE,
                    "the audit trail has not been sealed for a minute: no seal is over entry {0}",
                    waiting.getAsLong());
        }
    }
}
