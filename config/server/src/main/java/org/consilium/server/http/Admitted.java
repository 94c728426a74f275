package org.consilium.server.http;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request that was let in, until it is answered, or has taken so long that it counts no longer. */
final class Admitted {
    /** One that nobody counts. */
    static final Admitted UNCOUNTED = new Admitted(null, null);

    private final @Nullable Entrance entrance;
    private final @Nullable Path thread;
    private final AtomicBoolean left = new AtomicBoolean();

    /** Knows where to see whether its thread could run. */
    Admitted(@Nullable Entrance entrance, @Nullable Path thread) {
        this.entrance = entrance;
        this.thread = thread;
    }

    /** It is over; a second time nothing happens. */
    void leave() {
        if (entrance != null && left.compareAndSet(false, true)) {
            entrance.leave(thread);
        }
    }
}
