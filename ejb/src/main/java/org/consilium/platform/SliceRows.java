package org.consilium.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All rows of a list, read as they are asked for: one slice of them is in memory at a time. */
public final class SliceRows<T> implements Iterator<T> {
    private final SliceReader reader;
    private final Slices<T> slices;
    private final Deque<T> ready = new ArrayDeque<>();
    private @Nullable String after;
    private boolean over;

    /** The slices of a list. */
    @FunctionalInterface
    public interface Slices<T> {

        /**
         * Reads the next one.
         *
         * @param after {@link Slice#next} of the slice before; null for the first one
         */
        Slice<T> after(@Nullable String after);
    }

    public SliceRows(SliceReader reader, Slices<T> slices) {
        this.reader = reader;
        this.slices = slices;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !over) {
            Slice<T> slice = reader.read(slices, after);
            ready.addAll(slice.rows());
            after = slice.next();
            over = after == null;
        }
        return !ready.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
