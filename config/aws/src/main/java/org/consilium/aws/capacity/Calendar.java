package org.consilium.aws.capacity;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When it is busy.
 *
 * @param zone the hospital's time zone: peaks are where the people are, in summer and winter
 * @param peakFactor the busiest hour of an ordinary day, against the mean hour of that day
 * @param peakTime the middle of that hour
 * @param leadMinutes how long before a known peak the nodes for it are asked for
 * @param peaks known ones
 */
public record Calendar(ZoneId zone, double peakFactor, LocalTime peakTime, int leadMinutes, List<KnownPeak> peaks) {

    static Calendar read(StrictProperties file) {
        List<KnownPeak> peaks = new ArrayList<>();
        int leadMinutes = file.count("peaks.lead-minutes", 5, 120);
        for (String name : file.words("peaks")) {
            KnownPeak peak = KnownPeak.read(file, name);
            refuseConflict(peak, peaks);
            if (peak.from().toSecondOfDay() < leadMinutes * 60) {
                throw new RefusedFileException(
                        "peak." + name + ".from", "is less than peaks.lead-minutes after midnight");
            }
            peaks.add(peak);
        }
        return new Calendar(
                file.zone("time-zone"),
                file.number("peak-hour.factor", 1, DayCurve.HIGHEST_FACTOR),
                file.time("peak-hour.time"),
                leadMinutes,
                List.copyOf(peaks));
    }

    /** The busiest of the known peaks, if there are any. */
    public Optional<KnownPeak> busiest() {
        return peaks.stream().max(Comparator.comparingDouble(KnownPeak::factor));
    }

    /** The load of the busiest known peak, against the mean hour of an ordinary day. */
    public double highestFactor() {
        return peakFactor * busiest().map(KnownPeak::factor).orElse(1.0);
    }

    private static void refuseConflict(KnownPeak peak, List<KnownPeak> others) {
        for (KnownPeak other : others) {
            if (peak.meets(other)) {
                throw new RefusedFileException(
                        "peak." + peak.name(), "is in part at the same time as peak." + other.name());
            }
        }
    }
}
