package org.consilium.aws.capacity.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.consilium.aws.capacity.queueing.QueueingDelay;
import org.consilium.aws.capacity.queueing.ServiceTime;
import org.junit.jupiter.api.Test;

/**
 * Sequences counted by hand. Nodes have one vCPU, a request takes 10 ms of it, the CPU target is 50 %: 100 requests a
 * second keep one node busy.
 */
class SimulatorTest {

    private static final int BOOT = 60;
    private static final int WARM_UP = 120;
    private static final int NEVER = -1;
    private static final double NO_REQUEST_POLICY = 1e9;

    private final ScalingParameters scaling = new ScalingParameters(60, 0, 3, 15, BOOT, WARM_UP, 300, 120);

    /**
     * Four nodes; 200 requests a second keep them at 50 %, which is not above the target. From minute 10 there are 300,
     * or 75 %: the datapoints of minutes 10, 11 and 12 are above it, and at the end of minute 12 the group wants ceil(4
     * × 75 / 50) = 6. Two are launched at the start of minute 13 and serve from minute 14. At the end of minute 13 the
     * alarm goes on, but 4 warm nodes still want 6, two of which warm up: none is added. From minute 14 on 3 / 6 = 50
     * %.
     */
    @Test
    void growsInProportionAfterThreeDatapoints() {
        List<Minute> minutes = replay(4, 10, second -> second < 600 ? 200 : 300, 30);
        assertThat(nodes(minutes).subList(0, 14)).containsOnly(4);
        assertThat(nodes(minutes).subList(14, 30)).containsOnly(6);
        assertThat(minutes.get(9).cpuPercent()).isCloseTo(50, within(1e-6));
        assertThat(minutes.get(13).cpuPercent()).isCloseTo(75, within(1e-6));
        assertThat(minutes.get(14).cpuPercent()).isCloseTo(50, within(1e-6));
    }

    /** As above, but the load drops after two minutes: two datapoints do not trigger the alarm. */
    @Test
    void doesNotGrowAfterTwoDatapoints() {
        List<Minute> minutes = replay(4, 10, second -> second >= 600 && second < 720 ? 300 : 200, 30);
        assertThat(nodes(minutes)).containsOnly(4);
    }

    /** With one datapoint for an alarm, the group reacts to the same step two minutes earlier. */
    @Test
    void growsSoonerWithFewerDatapoints() {
        ScalingParameters quick = new ScalingParameters(60, 0, 1, 15, BOOT, WARM_UP, 300, 120);
        List<Minute> minutes = new Simulator(
                        shape(4, 10, minute -> 3), quick, new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(second -> second < 600 ? 200 : 300, 30, NEVER);
        assertThat(nodes(minutes).subList(0, 12)).containsOnly(4);
        assertThat(nodes(minutes).get(12)).isEqualTo(6);
    }

    /** With datapoints that are known a minute late, everything happens a minute later. */
    @Test
    void growsLaterWhenDatapointsAreLate() {
        ScalingParameters late = new ScalingParameters(60, 60, 3, 15, BOOT, WARM_UP, 300, 120);
        List<Minute> minutes = new Simulator(shape(4, 10, minute -> 3), late, new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(second -> second < 600 ? 200 : 300, 30, NEVER);
        assertThat(nodes(minutes).subList(0, 15)).containsOnly(4);
        assertThat(nodes(minutes).subList(15, 30)).containsOnly(6);
    }

    /**
     * Six nodes with 100 requests a second are at 17 %, below 45 %. Fifteen datapoints are those of minutes 0 to 14:
     * the first node goes at minute 15, and one more after each cool-down of five minutes, until the minimum of 3.
     */
    @Test
    void shrinksOneByOneAfterFifteenDatapoints() {
        List<Minute> minutes = replay(6, 10, second -> 100, 40);
        assertThat(nodes(minutes).subList(0, 15)).containsOnly(6);
        assertThat(nodes(minutes).subList(15, 20)).containsOnly(5);
        assertThat(nodes(minutes).subList(20, 25)).containsOnly(4);
        assertThat(nodes(minutes).subList(25, 40)).containsOnly(3);
    }

    /** 47 % of twenty nodes would need 19 of them, but it is not below 90 % of the target. */
    @Test
    void leavesNodesAloneJustBelowTheTarget() {
        assertThat(nodes(replay(20, 30, second -> 0.47 * 2000, 60))).containsOnly(20);
        assertThat(nodes(replay(20, 30, second -> 0.44 * 2000, 60)).get(59)).isLessThan(20);
    }

    /** CPU is at 5 %, but requests are at 300 of 326, or 92 % of their target: one policy alone removes nothing. */
    @Test
    void shrinksOnlyWhenBothPoliciesAgree() {
        List<Minute> minutes = new Simulator(shape(20, 30, minute -> 3), scaling, new ScalingTargets(50, 326))
                .replay(second -> 100, 60, NEVER);
        assertThat(nodes(minutes)).containsOnly(20);
    }

    /**
     * It has been quiet for a while when a scheduled action sets nine nodes in minute 20, and another one three in
     * minute 21. The nodes are warm at the start of minute 22; the first may go at its end.
     */
    @Test
    void removesNothingWhileNodesWarmUp() {
        List<Minute> minutes = new Simulator(
                        shape(3, 10, minute -> minute == 20 ? 9 : 3),
                        scaling,
                        new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(second -> 90, 25, NEVER);
        assertThat(nodes(minutes).subList(18, 24)).containsExactly(3, 3, 3, 9, 9, 8);
    }

    /**
     * 1,000 requests a second would need 20 nodes. CPU cannot show more than 100 %, which asks for 4 × 100 / 50 = 8;
     * 3,000 requests a minute and node are 50 %, and 60,000 / 3,000 = 20.
     */
    @Test
    void requestsShowMoreThanFullProcessors() {
        List<Minute> byCpu = replay(4, 50, second -> 1000, 5);
        assertThat(byCpu.get(4).nodes()).isEqualTo(8);
        List<Minute> byRequests = new Simulator(shape(4, 50, minute -> 3), scaling, new ScalingTargets(50, 3000))
                .replay(second -> 1000, 5, NEVER);
        assertThat(byRequests.get(4).nodes()).isEqualTo(20);
    }

    @Test
    void neverExceedsTheMaximum() {
        assertThat(nodes(replay(4, 7, second -> 1000, 30)).get(29)).isEqualTo(7);
    }

    /** A scheduled action of minute 5 launches three nodes at once; they serve a minute later. */
    @Test
    void followsTheSchedule() {
        List<Minute> minutes = new Simulator(
                        shape(3, 10, minute -> minute < 5 ? 3 : 6), scaling, new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(second -> 140, 10, NEVER);
        assertThat(nodes(minutes)).containsExactly(3, 3, 3, 3, 3, 3, 6, 6, 6, 6);
    }

    /**
     * Two of six nodes in three zones are lost in minute 10; they are replaced after two minutes and serve after three.
     */
    @Test
    void losesAZoneAndReplacesItsNodes() {
        List<Minute> minutes = new Simulator(
                        shape(6, 10, minute -> 6), scaling, new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(second -> 280, 20, 10);
        assertThat(nodes(minutes).subList(0, 10)).containsOnly(6);
        assertThat(nodes(minutes).subList(10, 13)).containsOnly(4);
        assertThat(nodes(minutes).subList(13, 20)).containsOnly(6);
        assertThat(minutes.get(11).cpuPercent()).isCloseTo(70, within(1e-6));
    }

    /** Two vCPUs' worth more than four nodes can do, for ten seconds: 20 CPU-seconds over 4 vCPUs are 5 seconds. */
    @Test
    void excessWorkWaits() {
        List<Minute> minutes = replay(4, 4, second -> second < 10 ? 600 : 100, 2);
        double byChance = node().seconds(0.95, 0.99);
        assertThat(minutes.get(0).delaySeconds()).isCloseTo(5 + byChance, within(1e-6));
        assertThat(minutes.get(1).delaySeconds()).isLessThan(0.1);
        assertThat(minutes.get(0).givenUp()).isZero();
    }

    /** 800 requests a second are 400 more than can be done: after 60 s of backlog, each further second gives up 400. */
    @Test
    void nobodyWaitsForever() {
        List<Minute> minutes = replay(4, 4, second -> 800, 3);
        assertThat(minutes.get(0).givenUp()).isZero();
        assertThat(minutes.get(1).givenUp()).isCloseTo(60 * 400, within(1.0));
    }

    private List<Minute> replay(int start, int maximum, Demand demand, int minutes) {
        return new Simulator(shape(start, maximum, minute -> 3), scaling, new ScalingTargets(50, NO_REQUEST_POLICY))
                .replay(demand, minutes, NEVER);
    }

    private static FleetShape shape(int start, int maximum, MinimumSchedule minimum) {
        return new FleetShape(3, start, maximum, minimum, node());
    }

    private static QueueingDelay node() {
        return new QueueingDelay(1, new ServiceTime(0.01, 0));
    }

    private static List<Integer> nodes(List<Minute> minutes) {
        return minutes.stream().map(Minute::nodes).toList();
    }
}
