package org.consilium.aws.capacity.simulation;

/** Collects the values of a period until its datapoint is taken. */
final class Mean {

    private int seconds;
    private double requests;
    private double utilizations;
    private double highestDelaySeconds;
    private double givenUp;

    void add(double arrived, Backlog backlog, double secondsEach) {
        seconds++;
        requests += arrived;
        utilizations += backlog.utilization();
        highestDelaySeconds = Math.max(highestDelaySeconds, backlog.delaySeconds());
        givenUp += backlog.givenUp() / secondsEach;
    }

    void clear() {
        seconds = 0;
        requests = 0;
        utilizations = 0;
        highestDelaySeconds = 0;
        givenUp = 0;
    }

    double requests() {
        return requests;
    }

    double utilization() {
        return utilizations / seconds;
    }

    double highestDelaySeconds() {
        return highestDelaySeconds;
    }

    double givenUp() {
        return givenUp;
    }
}
