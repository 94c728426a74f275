package org.consilium.database;

import org.jspecify.annotations.Nullable;

/** Where the queries of the call that this thread makes are answered. */
final class Route {

    private static final ThreadLocal<@Nullable Route> CURRENT = new ThreadLocal<>();

    private @Nullable Replica only;
    private boolean replicaFailed;
    private boolean timedOut;

    private Route() {}

    /** That of this thread; none outside of calls to services. */
    static @Nullable Route current() {
        return CURRENT.get();
    }

    static Route open() {
        Route route = new Route();
        CURRENT.set(route);
        return route;
    }

    static void close() {
        CURRENT.remove();
    }

    /** The replica that answers everything because the primary does not; none usually. */
    static @Nullable Replica onlyReplica() {
        Route route = current();
        return route == null ? null : route.only;
    }

    /** Begins an attempt. */
    void begin(@Nullable Replica replica) {
        only = replica;
        replicaFailed = false;
        timedOut = false;
    }

    /** A database has not answered in time: it is not worth waiting for once more. */
    static void hasTimedOut() {
        Route route = current();
        if (route != null) {
            route.timedOut = true;
        }
    }

    boolean isTimedOut() {
        return timedOut;
    }

    /** A replica has failed in this attempt: the primary may be well. */
    static void replicaHasFailed() {
        Route route = current();
        if (route != null) {
            route.replicaFailed = true;
        }
    }

    boolean hasReplicaFailed() {
        return replicaFailed;
    }
}
