package org.consilium.trail.seal;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next seal: over all entries that were committed since the one before, whatever their ids. Nodes add entries
 * without waiting for each other, so that the entry of a lower id may be committed after one of a higher id. Ids that
 * are passed over are therefore kept in the seal as open, and looked for by each later one.
 *
 * <p>An id is given up when it has been open for {@link #PATIENCE} and no entry has it, not even one that is not yet
 * committed: then its transaction was rolled back. The database gives out an id in the statement that adds the entry,
 * and never a second time; a transaction that stays open for hours keeps its ids open as long. So no entry that an
 * application adds is ever left out, and one that appears under an id that was given up was put there by hand.
 */
public final class Sealer {
    /** Much longer than the moment between the giving out of an id and the adding of its entry, within a statement. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StoredEntries entries;
    private final Signer signer;
    private final int most;

    /** @param most entries in one seal */
    public Sealer(StoredEntries entries, Signer signer, int most) {
        this.entries = entries;
        this.signer = signer;
        this.most = most;
    }

    /**
     * The next seal; empty if there is nothing to be sealed.
     *
     * @param before the newest seal; null if there is none
     */
    public Optional<SignedLine> next(@Nullable SignedLine before) {
        Seal last = before == null ? null : Seal.parse(before);
        long highest = last == null ? -1 : last.upTo();
        OpenIds open = last == null ? OpenIds.NONE : last.open();
        List<EntryLine> found = new ArrayList<>(onceEach(entries.after(highest, most)));
        long upTo = found.isEmpty() ? highest : found.getLast().id();
        if (!open.ids().isEmpty()) {
            found.addAll(onceEach(entries.committed(open.ids(), most)));
            found.sort(Comparator.comparingLong(EntryLine::id));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Ids ids = Ids.of(found.stream().map(EntryLine::id).toList());
        LocalDateTime now = entries.now();
        OpenIds still =
                stillOpen(open.without(ids).with(Ids.of(highest + 1, upTo).minus(ids), seconds(now)), now);
        MessageDigest rows = Sha256.begin();
        Marks marks = marks(found, rows);
        return Optional.of(signer.sign(new Seal(
                        last == null ? 1 : last.number() + 1,
                        EntryLine.time(now),
                        upTo,
                        ids,
                        still,
                        HexFormat.of().formatHex(rows.digest()),
                        marks,
                        before == null ? Sha256.NONE : before.hash(),
                        signer.keyId())
                .line()));
    }

    /** Should somebody have added another entry of an id, it is in no seal, and the verification finds it. */
    private static List<EntryLine> onceEach(List<EntryLine> ascending) {
        List<EntryLine> once = new ArrayList<>();
        for (EntryLine entry : ascending) {
            if (once.isEmpty() || once.getLast().id() != entry.id()) {
                once.add(entry);
            }
        }
        return once;
    }

    private OpenIds stillOpen(OpenIds open, LocalDateTime now) {
        Ids old = open.since(seconds(now) - PATIENCE.toSeconds());
        return old.isEmpty() ? open : open.without(old.minus(entries.taken(old)));
    }

    private static Marks marks(List<EntryLine> found, MessageDigest rows) {
        List<Long> marks = new ArrayList<>();
        for (EntryLine entry : found) {
            byte[] hash = Sha256.of(entry.text());
            rows.update(hash);
            marks.add(Marks.of(hash));
        }
        return Marks.of(marks);
    }

    private static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
