package org.consilium.server.http;

/**
 * The number of requests that may be served at the same time. The limit depends on how many of them are runnable: those
 * that compute or wait for a processor, but not those that wait for the database, a lock, Redis, or a slow upload.
 *
 * <p>The length of the run queue is the best index of load (Ferrari and Zhou, "An empirical investigation of load
 * indices for load balancing applications", 1987). Overload shows in the time that requests are queued, not in the
 * response time, which grows with any slow back end (Zhou et al., "Overload control for scaling WeChat microservices"
 * (DAGOR), SoCC 2018). The limit rises in steps and falls in proportion (Chiu and Jain, "Analysis of the increase and
 * decrease algorithms for congestion avoidance", 1989): a node whose database is slow admits more requests, and one
 * whose processors are taken by others admits as many as keep them busy and can still be served in reasonable time.
 */
final class ConcurrencyLimit {
    /** Enough to keep a processor busy while some requests wait for a moment. */
    private static final int RUNNABLE_PER_PROCESSOR = 4;

    /** The usual limit is this many times the minimum: requests of a burst may be waiting for a back end. */
    private static final int USUAL_FACTOR = 4;

    private static final double SMOOTHING = 0.5;
    private static final int GROWTH_DIVISOR = 4;

    private final int min;
    private final int usual;
    private final int max;
    private double runnable;
    private int limit;

    /** Starts with the usual limit. */
    ConcurrencyLimit(int processors, int max) {
        this.max = max;
        min = Math.min(max, RUNNABLE_PER_PROCESSOR * processors);
        usual = Math.min(max, USUAL_FACTOR * min);
        limit = usual;
    }

    int limit() {
        return limit;
    }

    int min() {
        return min;
    }

    /**
     * Takes a sample.
     *
     * @param active the requests that are being served
     * @param running those of them that are runnable
     * @param queued whether other requests wait
     */
    void sample(int active, int running, boolean queued) {
        runnable += SMOOTHING * (running - runnable);
        if (runnable > min) {
            // as many as leave the minimum runnable, if the same share of them is
            limit = Math.max(min, Math.min(limit, (int) (active * min / runnable)));
        } else if (queued && runnable < min / 2.0) {
            limit = Math.min(max, limit + Math.max(1, limit / GROWTH_DIVISOR));
        } else if (queued) {
            limit = Math.min(max, limit + 1);
        } else if (active < limit / 2) {
            limit += Integer.signum(usual - limit);
        }
    }
}
