package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.consilium.audit.TrailTables;
import org.consilium.storage.AnchorStore;
import org.consilium.storage.SealKey;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;

/** Anchors the newest seal outside of the database: each hour, and when the privacy officer asks for a check. */
@ApplicationScoped
public class Anchoring {
    private static final Duration PERIOD = Duration.ofHours(1);

    @Inject
    private SealedTables sealed;

    @Inject
    private SealWrites writes;

    @Inject
    private AnchorStore store;

    @Inject
    private SealKey key;

    @Inject
    private TrailTables tables;

    /** The node's own, so that it asks the database no more often than it must. */
    private volatile Optional<LocalDateTime> next = Optional.empty();

    /** Anchors the newest seal if the last anchor is an hour old, or it has none. */
    void anchorIfDue() {
        LocalDateTime now = sealed.now();
        if (next.isPresent() && now.isBefore(next.get())) {
            return;
        }
        Optional<Stored> last = sealed.newestAnchor();
        LocalDateTime due = last.map(stored -> Anchor.parse(SignedLine.parse(stored.line())))
                .map(Anchoring::nextAfter)
                .orElse(now);
        if (now.isBefore(due)) {
            next = Optional.of(due);
        } else {
            anchorNewest();
        }
    }

    /** When the anchor after one is due, in UTC. */
    static LocalDateTime nextAfter(Anchor anchor) {
        return LocalDateTime.ofInstant(Instant.parse(anchor.at()), ZoneOffset.UTC)
                .plus(PERIOD);
    }

    /** Anchors the newest seal, unless the last anchor is of it, or of a later one that is not there any more. */
    void anchorNewest() {
        Optional<SignedLine> newest = sealed.newestSeal().map(stored -> SignedLine.parse(stored.line()));
        Optional<Stored> last = sealed.newestAnchor();
        long anchored = last.map(
                        stored -> Anchor.parse(SignedLine.parse(stored.line())).seal())
                .orElse(0L);
        if (newest.isPresent() && Seal.parse(newest.get()).number() > anchored) {
            anchor(newest.get());
        }
    }

    /** Without a row, as after a lost connection, the object is overwritten by the next attempt. */
    void anchor(SignedLine seal) {
        Optional<SignedLine> last = sealed.newestAnchor().map(stored -> SignedLine.parse(stored.line()));
        SignedLine line = Anchor.sign(last.orElse(null), EntryLine.time(sealed.now()), seal, key);
        Anchor anchor = Anchor.parse(line);
        writes.add(anchor, line, () -> store.put(tables.schema(), anchor.number(), line.line()));
    }
}
