package org.consilium.trail.seal;

import java.time.LocalDateTime;
import java.util.List;

/** The table of entries, as the sealer sees it: always on the primary database. */
public interface StoredEntries {

    /** The database's clock, in UTC. */
    LocalDateTime now();

    /** Committed entries with higher ids than this one, ascending, {@code most} at most. */
    List<EntryLine> after(long id, int most);

    /** Committed entries with these ids, ascending, {@code most} at most. */
    List<EntryLine> committed(Ids ids, int most);

    /** Those of the ids that an entry has, be it committed or not. */
    Ids taken(Ids ids);
}
