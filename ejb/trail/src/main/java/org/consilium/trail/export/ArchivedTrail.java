package org.consilium.trail.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;

/**
 * A trail of which some days are in the archive. An entry that is both there and in the database, as that of a day that
 * was fetched, is one; two that differ are two, so that a verification finds the one that somebody has put there.
 */
public final class ArchivedTrail implements TrailSource, AutoCloseable {
    private final TrailSource database;
    private final TrailArchive archive;
    private final Map<TrailArchive.File, ArchivedFile> open = new HashMap<>();

    public ArchivedTrail(TrailSource database, TrailArchive archive) {
        this.database = database;
        this.archive = archive;
    }

    @Override
    public List<Stored> seals(long after, int most) {
        return database.seals(after, most);
    }

    /** The database is asked first: a day that is moved meanwhile is in the archive before it is gone there. */
    @Override
    public List<EntryLine> entries(Ids ids, long after, int most) {
        List<EntryLine> all = new ArrayList<>(database.entries(ids, after, most));
        List<TrailArchive.File> files = archive.files(
                ids.ranges().getFirst().from(), ids.ranges().getLast().to());
        if (files.isEmpty()) {
            return all;
        }
        files.forEach(file -> all.addAll(opened(file).entries(ids, after, most)));
        return inOrder(all).stream().limit(most).toList();
    }

    /** By id, without those that are there twice; ids beyond the highest number come last. */
    private static List<EntryLine> inOrder(List<EntryLine> entries) {
        Map<String, EntryLine> once = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(EntryLine::id, Long::compareUnsigned))
                .forEach(entry -> once.putIfAbsent(entry.text(), entry));
        return List.copyOf(once.values());
    }

    private ArchivedFile opened(TrailArchive.File file) {
        return open.computeIfAbsent(file, name -> {
            try {
                return new ArchivedFile(archive.open(name));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Override
    public long newestAnchor() {
        return database.newestAnchor();
    }

    @Override
    public List<Stored> anchors(long after, int most) {
        return database.anchors(after, most);
    }

    @Override
    public Optional<List<Long>> kept() {
        return database.kept();
    }

    @Override
    public Optional<String> kept(long anchor) {
        return database.kept(anchor);
    }

    @Override
    public void close() {
        open.values().forEach(file -> {
            try {
                file.close();
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        });
    }
}
