package org.consilium.server.http;

/**
 * How many requests may be worked on at the same time. The limit follows the number of them that could run: those that
 * compute or wait for a processor, and not those that wait for the database, a lock, Redis, or a slow upload.
 *
 * <p>The length of the run queue is the index of load that tells most (Ferrari and Zhou, "An empirical investigation of
 * load indices for load balancing applications", 1987), and time in a queue, not the time that an answer takes, is how
 * to tell overload, as the latter grows with any slow back end (Zhou et al., "Overload control for scaling WeChat
 * microservices" (DAGOR), SoCC 2018). The limit rises by steps and falls in proportion (Chiu and Jain, "Analysis of the
 * increase and decrease algorithms for congestion avoidance", 1989): a node whose database is slow lets more in, and
 * one whose processors are taken lets in as many as keep them busy and can still be served in reasonable time.
 */
final class ConcurrencyLimit {
    /** Enough to keep a processor busy while some of them wait for a moment. */
    private static final int RUNNABLE_PER_PROCESSOR = 4;

    /** A burst may wait for other things; that it does not is known a moment later. */
    private static final int USUAL = 4;

    private static final double WEIGHT = 0.5;
    private static final int STEEP = 4;

    private final int least;
    private final int usual;
    private final int most;
    private double runnable;
    private int limit;

    /** Begins with the usual limit. */
    ConcurrencyLimit(int processors, int most) {
        this.most = most;
        least = Math.min(most, RUNNABLE_PER_PROCESSOR * processors);
        usual = Math.min(most, USUAL * least);
        limit = usual;
    }

    int limit() {
        return limit;
    }

    int least() {
        return least;
    }

    /**
     * Takes a sample.
     *
     * @param working the requests that are being worked on
     * @param running those of them that could run
     * @param wanted whether others wait for them to end
     */
    void sample(int working, int running, boolean wanted) {
        runnable += WEIGHT * (running - runnable);
        if (runnable > least) {
            // as many as would leave no more than that, if the same part of them could run
            limit = Math.max(least, Math.min(limit, (int) (working * least / runnable)));
        } else if (wanted && runnable < least / 2.0) {
            limit = Math.min(most, limit + Math.max(1, limit / STEEP));
        } else if (wanted) {
            limit = Math.min(most, limit + 1);
        } else if (working < limit / 2) {
            limit += Integer.signum(usual - limit);
        }
    }
}
