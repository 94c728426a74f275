package org.consilium.aws.capacity.queueing;

/**
 * The probability that a request has to wait because every server is busy: Erlang's delay formula for M/M/c, by way of
 * the recursion of his loss formula, which neither overflows nor loses digits (Gross, Shortle, Thompson, Harris:
 * Fundamentals of Queueing Theory, 4th edition, sections 3.3 and 3.5).
 */
public final class ErlangC {

    private ErlangC() {}

    /**
     * Tells how likely it is to wait.
     *
     * @param servers how many serve at the same time
     * @param offeredLoad the servers that would be busy if nobody had to wait, in Erlang
     * @return from 0 to 1; 1 when the load is more than the servers can ever do
     */
    public static double waitingProbability(int servers, double offeredLoad) {
        if (servers < 1 || offeredLoad < 0) {
            throw new IllegalArgumentException(servers + " servers, offered load " + offeredLoad);
        }
        if (offeredLoad >= servers) {
            return 1;
        }
        double loss = 1;
        for (int server = 1; server <= servers; server++) {
            loss = offeredLoad * loss / (server + offeredLoad * loss);
        }
        double utilization = offeredLoad / servers;
        return loss / (1 - utilization * (1 - loss));
    }
}
