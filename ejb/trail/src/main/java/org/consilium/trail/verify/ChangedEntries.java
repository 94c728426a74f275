package org.consilium.trail.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Marks;
import org.consilium.trail.seal.Sha256;

/** Entries that are not as they were sealed; of the first ones, it is looked for whether they have changed places. */
final class ChangedEntries {
    private static final int MOST_COMPARED = 200;

    private final List<Changed> changed = new ArrayList<>();

    /** @param mark that was sealed */
    private record Changed(EntryLine line, long mark, long seal) {
        boolean wasSealedAs(EntryLine other) {
            return Marks.of(Sha256.of(other.as(line.id()).text())) == mark;
        }
    }

    /** Returns false if there are too many to be compared. */
    boolean add(EntryLine line, long mark, long seal) {
        return changed.size() < MOST_COMPARED && changed.add(new Changed(line, mark, seal));
    }

    void tell(Findings findings) {
        Set<Long> told = new HashSet<>();
        for (Changed entry : changed) {
            long id = entry.line().id();
            if (!told.add(id)) {
                continue;
            }
            Optional<Changed> source = holderOf(entry);
            if (source.isEmpty()) {
                findings.add(FindingKind.ENTRY_CHANGED, id, entry.seal());
            } else if (source.get().wasSealedAs(entry.line())) {
                told.add(source.get().line().id());
                findings.add(
                        FindingKind.ENTRIES_SWAPPED, id, source.get().line().id());
            } else {
                findings.add(FindingKind.ENTRY_MOVED, source.get().line().id(), id);
                findings.add(FindingKind.ENTRY_CHANGED, id, entry.seal());
            }
        }
    }

    /** The entry that holds today what this one held. */
    private Optional<Changed> holderOf(Changed entry) {
        return changed.stream()
                .filter(other -> other.line().id() != entry.line().id() && entry.wasSealedAs(other.line()))
                .findFirst();
    }
}
