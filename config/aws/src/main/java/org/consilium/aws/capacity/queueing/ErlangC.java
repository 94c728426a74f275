package org.consilium.aws.capacity.queueing;

/**
 * The probability that a request has to wait because all servers are busy: the Erlang C formula for M/M/c, computed
 * from the recursion of the Erlang B formula, which neither overflows nor loses precision (Gross, Shortle, Thompson,
 * Harris: Fundamentals of Queueing Theory, 4th edition, sections 3.3 and 3.5).
 */
public final class ErlangC {

    private ErlangC() {}

    /**
     * The probability of waiting.
     *
     * @param servers number of servers
     * @param offeredLoad arrival rate times service time, in erlangs
     * @return from 0 to 1; 1 if the load exceeds the capacity of the servers
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
