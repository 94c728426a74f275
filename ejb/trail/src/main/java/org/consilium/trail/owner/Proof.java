package org.consilium.trail.owner;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.Marks;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sha256;

/**
 * The proof of the entries in one file: the seals over them. Each entry is compared with what its seal says of it, so
 * that one that was changed, or that nothing is known of, is never archived and dropped as if it were genuine.
 */
final class Proof {
    private final Seals seals;
    private long[] ids = new long[1024];
    private long[] marks = new long[1024];
    private int size;

    Proof(Seals seals) {
        this.seals = seals;
    }

    /** @param entry the next one, in ascending order of ids */
    void need(EntryLine entry) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
        }
        ids[size] = entry.id();
        marks[size] = Marks.of(Sha256.of(entry.text()));
        size++;
    }

    /**
     * Writes the lines of the seals.
     *
     * @throws ArchiveException if an entry has none yet, or is not as it was sealed
     */
    void write(Writer out) throws SQLException, IOException {
        Ids missing = Ids.of(LongStream.of(ids).limit(size)::iterator);
        Iterator<Seals.Stored> following = seals.since(ids[0]);
        while (!missing.isEmpty()) {
            if (!following.hasNext()) {
                throw new ArchiveException("no seal is over " + missing.size() + " entries, beginning with "
                        + missing.ranges().getFirst().from());
            }
            Seals.Stored stored = following.next();
            Ids others = stored.seal().ids().minus(missing);
            if (others.size() < stored.seal().ids().size()) {
                compare(stored.seal());
                out.write(stored.line() + '\n');
                missing = missing.minus(stored.seal().ids().minus(others));
            }
        }
    }

    private void compare(Seal seal) {
        PrimitiveIterator.OfLong sealed = seal.ids().iterator();
        for (int i = 0; sealed.hasNext(); i++) {
            long id = sealed.nextLong();
            int place = Arrays.binarySearch(ids, 0, size, id);
            if (place >= 0 && marks[place] != seal.marks().get(i)) {
                throw new ArchiveException("entry " + id + " is not as it was sealed by seal " + seal.number());
            }
        }
    }
}
