package org.consilium.aws.capacity;

/**
 * What a replay has to keep.
 *
 * @param cpuPercent the mean of a minute
 * @param delaySeconds the p99 of the wait for a processor
 * @param minutesOutside for how long either may be exceeded
 */
public record Bound(double cpuPercent, double delaySeconds, int minutesOutside) {

    private static final double MILLIS = 1000;

    static Bound read(StrictProperties file, Scenario scenario) {
        String key = "bound." + scenario.code();
        return new Bound(
                file.number(key + ".cpu-percent", 1, 100),
                file.number(key + ".delay-milliseconds", 1, 60_000) / MILLIS,
                file.count(key + ".minutes-outside", 0, DayCurve.MINUTES));
    }
}
