package org.consilium.server.http;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An admitted request, until it is answered or has taken so long that it no longer counts. */
final class Admitted {
    /** A request that is not counted. */
    static final Admitted UNCOUNTED = new Admitted(null, null);

    private final @Nullable Entrance entrance;
    private final @Nullable Path thread;
    private final AtomicBoolean left = new AtomicBoolean();

    /** @param thread where Linux tells whether the thread of the request is runnable */
    Admitted(@Nullable Entrance entrance, @Nullable Path thread) {
        this.entrance = entrance;
        this.thread = thread;
    }

    /** The request has ended. A second call has no effect. */
    void leave() {
        if (entrance != null && left.compareAndSet(false, true)) {
            entrance.leave(thread);
        }
    }
}
