package org.consilium.aws.capacity.answers;

/**
 * The limits that a replayed day must not exceed.
 *
 * @param cpuPercent mean CPU utilization in a minute
 * @param delaySeconds p99 of the wait for a processor
 * @param minutesOutside for how many minutes of the day either may be exceeded
 */
public record Bound(double cpuPercent, double delaySeconds, int minutesOutside) {

    private static final double MILLIS = 1000;
    private static final int MINUTES_OF_DAY = 1440;

    static Bound read(StrictProperties file, Scenario scenario) {
        String key = "bound." + scenario.code();
        return new Bound(
                file.number(key + ".cpu-percent", 1, 100),
                file.number(key + ".delay-milliseconds", 1, 60_000) / MILLIS,
                file.count(key + ".minutes-outside", 0, MINUTES_OF_DAY));
    }
}
