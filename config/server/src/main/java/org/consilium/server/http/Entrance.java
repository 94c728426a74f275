package org.consilium.server.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.consilium.server.api.RequestHeaders;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests are admitted: all of them, unless there are more than this node can serve. Half of its threads
 * may serve requests, and a quarter may wait; the others answer refused requests and health checks.
 */
public final class Entrance {
    // static, because the container creates the objects that note sessions
    private static final SignedIn SIGNED_IN =
            new SignedIn(System::nanoTime, UUID.randomUUID().getLeastSignificantBits());

    private static final Logger LOG = Logger.getLogger(Entrance.class.getName());

    /** A delay that a person hardly notices. */
    private static final Duration MAX_WAIT = Duration.ofMillis(500);

    /** A request that takes longer waits for something else, such as a slow upload, and no longer counts. */
    private static final Duration MAX_COUNTED = Duration.ofSeconds(20);

    private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(50);
    /** Shorter than what {@link Refusals} counts, so that none is missed when a sample comes late. */
    private static final Duration WARN_INTERVAL = Duration.ofSeconds(Refusals.SECONDS - 2);

    private static final String HEALTH = "/health";

    private final WorkerThreads threads = new WorkerThreads();
    private final Refusals refusals = new Refusals(System::nanoTime);
    private final Queue<Begun> begun = new ConcurrentLinkedQueue<>();
    private final Admission admission;
    private final boolean bounded;
    private final int minLimit;

    /**
     * Takes the number of threads of the listener, and the number of processors.
     *
     * @param bounded false to admit all requests
     */
    public Entrance(int httpThreads, int processors, boolean bounded) {
        this.bounded = bounded;
        ConcurrencyLimit limit = new ConcurrencyLimit(processors, Math.max(1, httpThreads / 2));
        minLimit = limit.min();
        admission = new Admission(limit, httpThreads / 4, MAX_WAIT, System::nanoTime);
        if (bounded) {
            Thread sampler = new Thread(this::sample, "admission");
            sampler.setDaemon(true);
            sampler.start();
        }
    }

    /** The sessions of this node in which somebody is known to be signed in. */
    public static SignedIn signedIn() {
        return SIGNED_IN;
    }

    /** Admits a request, perhaps after a moment; null if it is to be refused. */
    @Nullable
    Admitted admit(HttpRequestPacket request, String path) {
        if (!bounded || path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return Admitted.UNCOUNTED;
        }
        if (admission.enter(priority(request))) {
            Admitted admitted = new Admitted(this, threads.begin());
            begun.add(new Begun(admitted, System.nanoTime()));
            return admitted;
        }
        refusals.count();
        return null;
    }

    /** Called once for each admitted request. */
    void leave(@Nullable Path thread) {
        threads.end(thread);
        admission.leave();
    }

    private record Begun(Admitted admitted, long at) {}

    /** Requests that have taken too long, and those whose end Grizzly never reports, such as one with a broken body. */
    private void stopCountingLongest() {
        long due = System.nanoTime() - MAX_COUNTED.toNanos();
        for (Begun first = begun.peek(); first != null && first.at() - due < 0; first = begun.peek()) {
            first.admitted().leave();
            begun.remove();
        }
    }

    /** How many requests were refused in the last ten seconds. */
    public int recentlyRefused() {
        return refusals.recent();
    }

    Admission.State state() {
        return admission.state();
    }

    /** Whether it comes from a session of this node in which somebody is known to be signed in. */
    boolean isSignedIn(HttpRequestPacket request) {
        String cookies = request.getHeader(Header.Cookie);
        return cookies != null && SIGNED_IN.knows(cookies);
    }

    private Priority priority(HttpRequestPacket request) {
        if (!isSignedIn(request) || request.getHeader(RequestHeaders.BACKGROUND) != null) {
            return Priority.OTHER;
        }
        return Method.POST.equals(request.getMethod()) ? Priority.FORM : Priority.SIGNED_IN;
    }

    private void sample() {
        long warned = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(SAMPLE_INTERVAL.toNanos());
            // costs some microseconds per thread, and is of no use while there are few
            stopCountingLongest();
            admission.adjust(admission.state().active() >= minLimit ? threads.runnable() : 0);
            if (System.nanoTime() - warned > WARN_INTERVAL.toNanos()) {
                warn();
                warned = System.nanoTime();
            }
        }
    }

    private void warn() {
        int refused = refusals.recent();
        if (refused > 0) {
            Admission.State state = admission.state();
            LOG.warning(() -> "overloaded: " + refused + " requests refused in " + Refusals.SECONDS + " s; "
                    + state.active() + " active of at most " + state.limit() + ", and " + state.waiting()
                    + " waiting");
        }
    }
}
