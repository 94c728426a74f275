package org.consilium.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the request that this thread serves. A page is one entry, however many calls to services it takes, and
 * however often it asks for the same. While a form is handled, its page is read as well, to know what was sent; that is
 * no view of it unless the page is then shown again, as with an error.
 */
public final class RequestTrail {
    private static final ThreadLocal<@Nullable RequestTrail> CURRENT = new ThreadLocal<>();

    private final Origin origin;
    private final Set<Object> seen = new HashSet<>();
    private final List<Runnable> deferred = new ArrayList<>();
    private boolean handlesForm;

    private RequestTrail(Origin origin) {
        this.origin = origin;
    }

    /** Begins a request, which ends with {@link #close}. */
    public static void open(Origin origin) {
        CURRENT.set(new RequestTrail(origin));
    }

    /** A form was sent to a page, which is now read to handle it. */
    public static void handlesForm() {
        RequestTrail trail = CURRENT.get();
        if (trail != null) {
            trail.handlesForm = true;
        }
    }

    /** The page is about to be written: what was read for it is on record before it leaves. */
    public static void writesPage() {
        RequestTrail trail = CURRENT.get();
        if (trail != null) {
            trail.handlesForm = false;
            trail.deferred.forEach(Runnable::run);
            trail.deferred.clear();
        }
    }

    public static void close() {
        CURRENT.remove();
    }

    /** Whether the request has left no entry of a view so far, nor of a refusal. */
    public static boolean isSilent() {
        RequestTrail trail = CURRENT.get();
        return trail != null && trail.seen.isEmpty();
    }

    static Optional<Origin> origin() {
        return Optional.ofNullable(CURRENT.get()).map(trail -> trail.origin);
    }

    /** Takes something down, unless the request has it already. */
    static void once(Object key, Runnable taken) {
        RequestTrail trail = CURRENT.get();
        if (trail == null) {
            taken.run();
        } else if (!trail.seen.contains(key)) {
            taken.run();
            // only now: a call whose entry could not be added is made once more, by a replica
            trail.seen.add(key);
        }
    }

    /** Takes down a view, unless the request has it already; it may be left for the moment when the page is written. */
    static void view(Object key, Runnable taken) {
        RequestTrail trail = CURRENT.get();
        once(key, trail != null && trail.handlesForm ? () -> trail.deferred.add(taken) : taken);
    }
}
