package org.consilium.trail.export;

import java.util.List;
import java.util.Optional;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;

/** Where the whole trail is read, in pieces. */
public interface TrailSource {

    /**
     * The line of a seal or an anchor.
     *
     * @param number under which it is stored, whatever the line says
     */
    record Stored(long number, String line) {}

    /** Seals with higher numbers, ascending, {@code most} at most. */
    List<Stored> seals(long after, int most);

    /** Entries with these ids above {@code after}, ascending, {@code most} at most. */
    List<EntryLine> entries(Ids ids, long after, int most);

    /** Anchors with higher numbers, ascending, {@code most} at most. */
    List<Stored> anchors(long after, int most);

    /**
     * The number of the newest anchor in the database when the source was opened, before the object store was asked; 0
     * if there was none.
     */
    long newestAnchor();

    /** The numbers of the anchors that the object store keeps, ascending; empty if it is not asked. */
    Optional<List<Long>> kept();

    /** The line of an anchor in the object store; empty if it is not there any more. */
    Optional<String> kept(long anchor);
}
