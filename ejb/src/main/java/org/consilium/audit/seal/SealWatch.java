package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;

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
        Optional<Stored> newest = sealed.newestSeal();
        Optional<Seal> genuine = newest.flatMap(stored -> genuine(stored.line()));
        if (newest.isPresent() && genuine.isEmpty()) {
            LOG.log(
                    Level.SEVERE,
                    "the newest seal of the audit trail, {0}, was changed or forged",
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

    private Optional<Seal> genuine(String line) {
        try {
            SignedLine signed = SignedLine.parse(line);
            Seal seal = Seal.parse(signed);
            return keys.get().haveSigned(signed, seal.key()) ? Optional.of(seal) : Optional.empty();
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
