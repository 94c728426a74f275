package org.consilium.aws.capacity;

import org.consilium.aws.capacity.simulation.Demand;

/** What people ask for in the course of a scenario's day. */
final class ScenarioDemand implements Demand {

    private static final double MINUTE = 60;
    private static final double PEAK_RISE_MINUTES = 10;
    private static final double FALL_MINUTES = 60;
    private static final double SURGE_MINUTES = 60;

    private final Answers answers;
    private final Scenario scenario;
    private final DayCurve curve;
    private final double requestsPerSecond;

    ScenarioDemand(Answers answers, Scenario scenario) {
        this.answers = answers;
        this.scenario = scenario;
        curve = new DayCurve(answers.calendar());
        requestsPerSecond = new Workload(answers).requestsPerSecond(1);
    }

    @Override
    public double requestsPerSecond(int second) {
        return requestsPerSecond * loadAt(second / MINUTE);
    }

    /** The load against the mean of an ordinary day. */
    double loadAt(double minute) {
        double ordinary = curve.levelAt(minute);
        return switch (scenario) {
            case DAY, ZONE_LOSS -> ordinary;
            case MONDAY -> Math.max(ordinary, peak(minute, ordinary));
            case VIRAL -> ordinary * surge(minute);
        };
    }

    private double peak(double minute, double ordinary) {
        Calendar calendar = answers.calendar();
        return calendar.busiest()
                .map(peak -> {
                    double length = (peak.to().toSecondOfDay() - peak.from().toSecondOfDay()) / MINUTE;
                    double after = minute - scenario.minute(calendar);
                    double share = plateau(after, PEAK_RISE_MINUTES, length - PEAK_RISE_MINUTES);
                    return ordinary + (calendar.highestFactor() - ordinary) * share;
                })
                .orElse(ordinary);
    }

    private double surge(double minute) {
        double after = minute - scenario.minute(answers.calendar());
        return 1
                + (answers.surge().factor() - 1)
                        * plateau(after, answers.surge().minutes(), SURGE_MINUTES);
    }

    /** From 0 to 1 in the minutes of the rise, 1 for a while, and back within an hour. */
    private static double plateau(double minute, double rise, double hold) {
        if (minute < rise) {
            return Math.max(0, minute / rise);
        }
        return Math.max(0, Math.min(1, 1 - (minute - rise - hold) / FALL_MINUTES));
    }
}
