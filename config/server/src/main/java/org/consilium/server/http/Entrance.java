package org.consilium.server.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests are worked on: all, unless there are more than this node can do. Of its threads half may work,
 * and a quarter may wait; the others tell at once who is refused, and how this node is.
 */
public final class Entrance {
    /** A page that asks by itself, without a person's doing, says so by this header. */
    public static final String BACKGROUND = "Consilium-Background";

    // static, because it is the container that creates what notes sessions
    private static final SignedIn SIGNED_IN =
            new SignedIn(System::nanoTime, UUID.randomUUID().getLeastSignificantBits());

    private static final Logger LOG = Logger.getLogger(Entrance.class.getName());

    /** A delay that a person hardly notices. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A request that takes longer waits for something else, such as a slow upload, and is no longer counted. */
    private static final Duration COUNTED = Duration.ofSeconds(20);

    private static final Duration SAMPLE = Duration.ofMillis(50);
    private static final String HEALTH = "/health";

    private final WorkerThreads threads = new WorkerThreads();
    private final Refusals refusals = new Refusals(System::nanoTime);
    private final Queue<Begun> begun = new ConcurrentLinkedQueue<>();
    private final Admission admission;
    private final boolean bounded;
    private final int quiet;

    /**
     * Takes the number of threads of the listener, and of processors.
     *
     * @param bounded false to let all in
     */
    public Entrance(int httpThreads, int processors, boolean bounded) {
        this.bounded = bounded;
        ConcurrencyLimit limit = new ConcurrencyLimit(processors, Math.max(1, httpThreads / 2));
        quiet = limit.least();
        admission = new Admission(limit, httpThreads / 4, PATIENCE, System::nanoTime);
        if (bounded) {
            Thread observer = new Thread(this::observe, "admission");
            observer.setDaemon(true);
            observer.start();
        }
    }

    /** The sessions of this server that are known to belong to somebody. */
    public static SignedIn signedIn() {
        return SIGNED_IN;
    }

    /** Lets a request in, perhaps after a moment; else it is to be refused. */
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

    /** Called once for each that was let in. */
    void leave(@Nullable Path thread) {
        threads.end(thread);
        admission.leave();
    }

    private record Begun(Admitted admitted, long at) {}

    /** Those that have taken too long, and those whose end Grizzly never tells, such as one with a broken body. */
    private void forgetLongest() {
        long due = System.nanoTime() - COUNTED.toNanos();
        for (Begun first = begun.peek(); first != null && first.at() - due < 0; first = begun.peek()) {
            first.admitted().leave();
            begun.remove();
        }
    }

    /** How many requests were refused in the last ten seconds. */
    public int refusedLately() {
        return refusals.lately();
    }

    Admission.State state() {
        return admission.state();
    }

    private Priority priority(HttpRequestPacket request) {
        String cookies = request.getHeader(Header.Cookie);
        if (cookies == null || !SIGNED_IN.knows(cookies) || request.getHeader(BACKGROUND) != null) {
            return Priority.OTHER;
        }
        return Method.POST.equals(request.getMethod()) ? Priority.FORM : Priority.SIGNED_IN;
    }

    private void observe() {
        int rounds = 0;
        while (true) {
            LockSupport.parkNanos(SAMPLE.toNanos());
            // it costs some microseconds a thread, and tells nothing while there are few
            forgetLongest();
            admission.adjust(admission.state().working() >= quiet ? threads.runnable() : 0);
            if (++rounds % (TimeUnit.SECONDS.toMillis(Refusals.SECONDS) / SAMPLE.toMillis()) == 0) {
                tell();
            }
        }
    }

    private void tell() {
        int refused = refusals.lately();
        if (refused > 0) {
            Admission.State state = admission.state();
            LOG.warning(() -> "overloaded: " + refused + " requests were refused in " + Refusals.SECONDS + " s; "
                    + state.working() + " are being worked on, of at most " + state.limit() + ", and "
                    + state.waiting() + " wait");
        }
    }
}
