package org.consilium.trail.owner;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;

/** The seals in the database, which are numbered from 1 without gaps. */
final class Seals {
    private static final int PIECE = 200;

    private final TrailDatabase database;
    private final String table;

    Seals(TrailDatabase database) {
        this.database = database;
        table = database.table("seal");
    }

    /** A seal, and its line. */
    record Stored(Seal seal, String line) {}

    /** Those that may be over an entry with this id or a higher one, ascending. */
    Iterator<Stored> since(long id) throws SQLException {
        return new Following(first(id));
    }

    /** The number of the first seal up to this id or a higher one: no seal before it can be over the entry. */
    private long first(long id) throws SQLException {
        long low = 1;
        long high = database.number("SELECT MAX(number) FROM " + table) + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            List<Stored> found = piece(middle, 1);
            if (!found.isEmpty() && found.getFirst().seal().upTo() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Stored> piece(long from, int most) throws SQLException {
        return database
                .rows("SELECT line, signature FROM " + table + " WHERE number >= ? ORDER BY number LIMIT ?", from, most)
                .stream()
                .map(row -> read(new SignedLine(row.get(0), row.get(1))))
                .toList();
    }

    private static Stored read(SignedLine line) {
        try {
            return new Stored(Seal.parse(line), line.line());
        } catch (IllegalArgumentException changed) {
            throw new ArchiveException("a seal cannot be read", changed);
        }
    }

    /** Reads on when it comes to the end of a piece. */
    private final class Following implements Iterator<Stored> {
        private final Deque<Stored> read = new ArrayDeque<>();
        private long next;

        Following(long first) {
            next = first;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty()) {
                try {
                    read.addAll(piece(next, PIECE));
                } catch (SQLException failure) {
                    throw new ArchiveException("the seals cannot be read: code " + failure.getErrorCode(), failure);
                }
                next = read.isEmpty() ? next : read.getLast().seal().number() + 1;
            }
            return !read.isEmpty();
        }

        @Override
        public Stored next() {
            return read.removeFirst();
        }
    }
}
