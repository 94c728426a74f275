package org.consilium.trail.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;

/** A set of ids as ascending ranges, such as {@code 1-200,203}: short however many ids there are, and however large. */
public final class Ids {
    public static final Ids NONE = new Ids(List.of());

    private final List<IdRange> ranges;

    /** @param ranges ascending, neither overlapping nor touching */
    private Ids(List<IdRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    public static Ids of(long from, long to) {
        return from > to ? NONE : new Ids(List.of(new IdRange(from, to)));
    }

    /**
     * Of single ids.
     *
     * @param ids ascending
     */
    public static Ids of(Iterable<Long> ids) {
        return join(ids, id -> new IdRange(id, id));
    }

    /**
     * Of ranges.
     *
     * @param ranges ascending, not overlapping
     */
    public static Ids ofRanges(Iterable<IdRange> ranges) {
        return join(ranges, range -> range);
    }

    private interface Reading<T> {
        IdRange range(T value);
    }

    private static <T> Ids join(Iterable<T> ascending, Reading<T> reading) {
        List<IdRange> joined = new ArrayList<>();
        for (T value : ascending) {
            IdRange next = reading.range(value);
            IdRange last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.from() <= last.to()) {
                throw new IllegalArgumentException("ids do not ascend: " + last + ", " + next);
            }
            if (last != null && next.from() == last.to() + 1) {
                joined.set(joined.size() - 1, new IdRange(last.from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return new Ids(joined);
    }

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException if the text is none that {@link #toString} gives
     */
    public static Ids parse(String text) {
        return text.isEmpty()
                ? NONE
                : ofRanges(
                        Arrays.stream(text.split(",", -1)).map(IdRange::parse).toList());
    }

    public List<IdRange> ranges() {
        return ranges;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public long size() {
        return ranges.stream().mapToLong(IdRange::size).sum();
    }

    public boolean contains(long id) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            IdRange range = ranges.get(middle);
            if (id < range.from()) {
                high = middle - 1;
            } else if (id > range.to()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** These and the others, none of which may be in both. */
    public Ids plus(Ids others) {
        List<IdRange> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort((one, other) -> Long.compare(one.from(), other.from()));
        return ofRanges(all);
    }

    public Ids minus(Ids others) {
        List<IdRange> left = new ArrayList<>();
        int next = 0;
        for (IdRange range : ranges) {
            long from = range.from();
            while (next < others.ranges.size() && others.ranges.get(next).to() < from) {
                next++;
            }
            for (int i = next; i < others.ranges.size() && others.ranges.get(i).from() <= range.to(); i++) {
                IdRange hole = others.ranges.get(i);
                if (hole.from() > from) {
                    left.add(new IdRange(from, hole.from() - 1));
                }
                from = hole.to() + 1;
            }
            if (from <= range.to()) {
                left.add(new IdRange(from, range.to()));
            }
        }
        return new Ids(left);
    }

    /** All ids, ascending. */
    public PrimitiveIterator.OfLong iterator() {
        return new PrimitiveIterator.OfLong() {
            private int place;
            private long next = ranges.isEmpty() ? 0 : ranges.getFirst().from();

            @Override
            public boolean hasNext() {
                return place < ranges.size();
            }

            @Override
            public long nextLong() {
                if (place >= ranges.size()) {
                    throw new NoSuchElementException();
                }
                long id = next;
                if (id < ranges.get(place).to()) {
                    next = id + 1;
                } else {
                    place++;
                    next = place < ranges.size() ? ranges.get(place).from() : 0;
                }
                return id;
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ids ids && ranges.equals(ids.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.stream().map(IdRange::toString).collect(Collectors.joining(","));
    }
}
