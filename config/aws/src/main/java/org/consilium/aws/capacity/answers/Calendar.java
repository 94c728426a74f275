package org.consilium.aws.capacity.answers;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The course of a day, and the peaks that are known in advance.
 *
 * @param zone the hospital's time zone, which peaks follow in summer and winter
 * @param peakFactor the load in the busiest hour of an ordinary day, relative to the mean hour
 * @param peakTime the middle of that hour
 * @param leadMinutes how long before a known peak its nodes are launched
 * @param peaks the known peaks
 */
public record Calendar(ZoneId zone, double peakFactor, LocalTime peakTime, int leadMinutes, List<KnownPeak> peaks) {

    /** With a higher factor, the curve of the day would go below zero at night. */
    private static final double HIGHEST_FACTOR = 4;

    static Calendar read(StrictProperties file) {
        List<KnownPeak> peaks = new ArrayList<>();
        int leadMinutes = file.count("peaks.lead-minutes", 5, 120);
        for (String name : file.words("peaks")) {
            KnownPeak peak = KnownPeak.read(file, name);
            refuseOverlap(peak, peaks);
            if (peak.from().toSecondOfDay() < leadMinutes * 60) {
                throw new RefusedFileException(
                        "peak." + name + ".from", "is less than peaks.lead-minutes after midnight");
            }
            peaks.add(peak);
        }
        return new Calendar(
                file.zone("time-zone"),
                file.number("peak-hour.factor", 1, HIGHEST_FACTOR),
                file.time("peak-hour.time"),
                leadMinutes,
                List.copyOf(peaks));
    }

    /** The busiest of the known peaks, if there are any. */
    public Optional<KnownPeak> busiest() {
        return peaks.stream().max(Comparator.comparingDouble(KnownPeak::factor));
    }

    /** The load of the busiest known peak, relative to the mean hour of an ordinary day. */
    public double highestFactor() {
        return peakFactor * busiest().map(KnownPeak::factor).orElse(1.0);
    }

    private static void refuseOverlap(KnownPeak peak, List<KnownPeak> others) {
        for (KnownPeak other : others) {
            if (peak.overlaps(other)) {
                throw new RefusedFileException("peak." + peak.name(), "overlaps with peak." + other.name());
            }
        }
    }
}
