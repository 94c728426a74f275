package org.consilium.aws.capacity.simulation;

/**
 * A metric, its target, and the two alarms that target tracking creates for it: AlarmHigh at the target, AlarmLow at 90
 * % of it. An alarm with a scaling action acts in every period that it lasts, not just in the first: "except for Auto
 * Scaling actions, the actions happen only on state transitions" (Amazon CloudWatch User Guide, "Alarm actions").
 */
final class TrackedMetric {

    /** Scaling in needs a metric that is "usually more than 10 % lower" than the target (guide to target tracking). */
    static final double LOW_SHARE = 0.9;

    private static final double ROUNDING = 1e-9;

    private final double target;
    private final int datapointsOut;
    private final int datapointsIn;
    private double last;
    private int above;
    private int below;

    TrackedMetric(double target, int datapointsOut, int datapointsIn) {
        this.target = target;
        this.datapointsOut = datapointsOut;
        this.datapointsIn = datapointsIn;
    }

    void add(double datapoint) {
        last = datapoint;
        above = datapoint > target ? above + 1 : 0;
        below = datapoint < target * LOW_SHARE ? below + 1 : 0;
    }

    boolean isHigh() {
        return above >= datapointsOut;
    }

    boolean isLow() {
        return below >= datapointsIn;
    }

    /**
     * The nodes that would bring the metric to its target, rounded up: "target tracking scales out proportionally to
     * the metric" (Amazon EC2 Auto Scaling User Guide, "Target tracking scaling policies").
     *
     * @param measured number of nodes in the average of the last datapoint
     */
    int needed(int measured) {
        return (int) Math.ceil(measured * last / target - ROUNDING);
    }
}
