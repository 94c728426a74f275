package org.consilium.ear.stand;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes long to start, such as a node: the first who asks for it starts it, whoever asks meanwhile
 * waits.
 */
public final class Once<T> {

    private final Supplier<T> start;
    private @Nullable T started;

    public Once(Supplier<T> start) {
        this.start = start;
    }

    public synchronized T get() {
        T here = started;
        if (here == null) {
            here = start.get();
            started = here;
        }
        return here;
    }

    /** Ends it if it was started; the next who asks starts it anew. */
    public synchronized void end(Consumer<T> end) {
        T here = started;
        if (here != null) {
            started = null;
            end.accept(here);
        }
    }
}
