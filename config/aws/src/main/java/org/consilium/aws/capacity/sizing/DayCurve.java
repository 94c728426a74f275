package org.consilium.aws.capacity.sizing;

import java.util.stream.IntStream;
import org.consilium.aws.capacity.answers.Calendar;

/**
 * The load over an ordinary day, relative to its mean: low at night, a peak in the morning that is as high as the peak
 * factor, and one about half as high nine hours later, when people come home.
 */
public final class DayCurve {

    public static final int MINUTES = 1440;

    private static final double WIDTH_MINUTES = 90;
    private static final double EVENING_LATER = 540;
    private static final double EVENING_SHARE = 0.55;

    private final double peakMinute;
    private final double floor;
    private final double height;

    public DayCurve(Calendar calendar) {
        peakMinute = calendar.peakTime().toSecondOfDay() / 60.0;
        double top = shape(peakMinute);
        double mean =
                IntStream.range(0, MINUTES).mapToDouble(this::shape).average().orElseThrow();
        height = (calendar.peakFactor() - 1) / (top - mean);
        floor = 1 - height * mean;
    }

    /** The load at a minute of the day, relative to the mean of the day. */
    public double levelAt(double minute) {
        return floor + height * shape(minute);
    }

    /** The load of the quietest minute. */
    public double quietest() {
        return IntStream.range(0, MINUTES).mapToDouble(this::levelAt).min().orElseThrow();
    }

    private double shape(double minute) {
        return hump(minute - peakMinute) + EVENING_SHARE * hump(minute - peakMinute - EVENING_LATER);
    }

    private static double hump(double minutesOff) {
        double around = Math.IEEEremainder(minutesOff, MINUTES);
        return Math.exp(-around * around / (2 * WIDTH_MINUTES * WIDTH_MINUTES));
    }
}
