package org.consilium.aws.capacity.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueueingDelayTest {

    private static final double EXACT = 1e-9;

    /**
     * The eye clinic of Gross, Shortle, Thompson, Harris (Fundamentals of Queueing Theory, 4th edition, example 2.2):
     * three ophthalmologists, 20 minutes a test, six patients an hour. Its load is 6 / 3 = 2 Erlang, and by hand
     *
     * <pre>
     * p0 = 1 / (1 + 2 + 2²/2 + 2³/3! × 3/(3-2)) = 1 / (1 + 2 + 2 + 4) = 1/9
     * C  = 2³/3! × 3/(3-2) × p0 = 4/9
     * Wq = C / (3 × 3 - 6) = 4/27 hours
     * </pre>
     */
    @Test
    void answersTheTextbooksEyeClinic() {
        assertThat(ErlangC.waitingProbability(3, 2)).isCloseTo(4.0 / 9, within(EXACT));
        QueueingDelay clinic = new QueueingDelay(3, new ServiceTime(1200, 1));
        assertThat(clinic.meanSeconds(2.0 / 3)).isCloseTo(4.0 / 27 * 3600, within(1e-6));
    }

    /** By hand: M/M/1 waits with probability rho; M/M/2 with 2 rho² / (1 + rho). */
    @Test
    void agreesWithTheFormulasForOneAndTwoServers() {
        assertThat(ErlangC.waitingProbability(1, 0.7)).isCloseTo(0.7, within(EXACT));
        assertThat(ErlangC.waitingProbability(2, 1.3)).isCloseTo(2 * 0.65 * 0.65 / 1.65, within(EXACT));
        assertThat(ErlangC.waitingProbability(4, 4)).isEqualTo(1);
        assertThat(ErlangC.waitingProbability(4, 0)).isZero();
    }

    /** Erlang's sums overflow here: 800^1000 has 2,900 digits. */
    @Test
    void countsAThousandServers() {
        assertThat(ErlangC.waitingProbability(1000, 990)).isBetween(0.6, 0.8);
        assertThat(ErlangC.waitingProbability(1000, 800)).isBetween(0.0, 1e-6);
    }

    /** M/M/1 by hand: P(W > t) = rho e^(-(mu - lambda) t), so p99 = ln(0.8 / 0.01) / (10 - 8) seconds. */
    @Test
    void givesThePercentileOfOneServer() {
        QueueingDelay one = new QueueingDelay(1, new ServiceTime(0.1, 1));
        assertThat(one.seconds(0.8, 0.99)).isCloseTo(Math.log(80) / 2, within(EXACT));
        assertThat(one.seconds(0.009, 0.99)).isZero();
    }

    /** Pollaczek and Khinchine: with constant service times the mean wait is half of that with exponential ones. */
    @Test
    void waitsHalfAsLongForConstantServiceTimes() {
        double exponential = new QueueingDelay(1, new ServiceTime(0.1, 1)).meanSeconds(0.8);
        double constant = new QueueingDelay(1, new ServiceTime(0.1, 0)).meanSeconds(0.8);
        assertThat(exponential).isCloseTo(0.4, within(EXACT));
        assertThat(constant).isCloseTo(0.2, within(EXACT));
    }

    /** By hand: 1 and 3 seconds, equally often: mean 2, variance 1, over the square of the mean a quarter. */
    @Test
    void mixesServiceTimes() {
        ServiceTime mix = ServiceTime.mixOf(Map.of(1.0, 5.0, 3.0, 5.0));
        assertThat(mix.meanSeconds()).isCloseTo(2, within(EXACT));
        assertThat(mix.squaredVariation()).isCloseTo(0.25, within(EXACT));
    }

    /** The approximation against a simulation of 2 million requests, in the order of their arrival. */
    @Test
    void agreesWithASimulatedQueueOfPagesAndPhotos() {
        double photos = 0.01;
        double page = 0.002;
        double photo = 0.2;
        ServiceTime service = ServiceTime.mixOf(Map.of(page, 1 - photos, photo, photos));
        QueueingDelay queue = new QueueingDelay(4, service);
        double[] waits = simulate(4, 0.65, service.meanSeconds(), photos, page, photo);
        double mean = Arrays.stream(waits).average().orElseThrow();
        Arrays.sort(waits);
        double p99 = waits[(int) (waits.length * 0.99)];
        assertThat(queue.meanSeconds(0.65)).isCloseTo(mean, within(mean * 0.35));
        assertThat(queue.seconds(0.65, 0.99)).isCloseTo(p99, within(p99 * 0.25));
    }

    @Test
    void refusesWhatHasNoSteadyState() {
        QueueingDelay queue = new QueueingDelay(2, new ServiceTime(0.1, 1));
        assertThatThrownBy(() -> queue.seconds(1, 0.99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ErlangC.waitingProbability(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] simulate(
            int servers, double utilization, double mean, double photos, double page, double photo) {
        Random random = new Random(7);
        double[] free = new double[servers];
        double[] waits = new double[2_000_000];
        double now = 0;
        for (int request = 0; request < waits.length; request++) {
            now -= Math.log(1 - random.nextDouble()) * mean / (servers * utilization);
            int first = 0;
            for (int server = 1; server < servers; server++) {
                first = free[server] < free[first] ? server : first;
            }
            double begin = Math.max(now, free[first]);
            waits[request] = begin - now;
            free[first] = begin + (random.nextDouble() < photos ? photo : page);
        }
        return waits;
    }
}
