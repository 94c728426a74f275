package org.consilium.aws.capacity.replay;

import org.consilium.aws.capacity.answers.Calendar;
import org.consilium.aws.capacity.answers.KnownPeak;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.answers.Surge;
import org.consilium.aws.capacity.simulation.Demand;
import org.consilium.aws.capacity.sizing.DayCurve;
import org.consilium.aws.capacity.sizing.Workload;

/** The requests over the day of a scenario. */
final class ScenarioDemand implements Demand {

    private static final double MINUTE = 60;
    private static final double PEAK_RISE_MINUTES = 10;
    private static final double FALL_MINUTES = 60;
    private static final double SURGE_MINUTES = 60;

    private final Scenario scenario;
    private final DayCurve curve;
    private final Surge surge;
    private final double requestsPerSecond;
    private final double highestLoad;
    private final int event;
    private final double peakMinutes;

    ScenarioDemand(Workload workload, Scenario scenario) {
        Calendar calendar = workload.answers().calendar();
        this.scenario = scenario;
        curve = new DayCurve(calendar);
        surge = workload.answers().surge();
        requestsPerSecond = workload.requestsPerSecond(1);
        highestLoad = calendar.highestFactor();
        event = scenario.minute(calendar);
        peakMinutes = calendar.busiest().map(KnownPeak::minutes).orElse(0);
    }

    @Override
    public double requestsPerSecond(int second) {
        return requestsPerSecond * loadAt(second / MINUTE);
    }

    /** The load relative to the mean of an ordinary day. */
    double loadAt(double minute) {
        double ordinary = curve.levelAt(minute);
        return switch (scenario) {
            case DAY, ZONE_LOSS -> ordinary;
            case MONDAY -> Math.max(ordinary, peak(minute, ordinary));
            case VIRAL -> ordinary * surge(minute);
        };
    }

    /** Without a known peak, the load is that of an ordinary day. */
    private double peak(double minute, double ordinary) {
        double share =
                peakMinutes == 0 ? 0 : plateau(minute - event, PEAK_RISE_MINUTES, peakMinutes - PEAK_RISE_MINUTES);
        return ordinary + (highestLoad - ordinary) * share;
    }

    private double surge(double minute) {
        return 1 + (surge.factor() - 1) * plateau(minute - event, surge.minutes(), SURGE_MINUTES);
    }

    /** Rises from 0 to 1, holds, and falls back to 0 within an hour. */
    private static double plateau(double minute, double rise, double hold) {
        if (minute < rise) {
            return Math.max(0, minute / rise);
        }
        return Math.max(0, Math.min(1, 1 - (minute - rise - hold) / FALL_MINUTES));
    }
}
