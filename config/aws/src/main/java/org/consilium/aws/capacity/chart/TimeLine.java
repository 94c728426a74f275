package org.consilium.aws.capacity.chart;

import java.util.List;

/**
 * A figure over the course of a day.
 *
 * @param firstMinute minute of the day of the first value
 * @param values one for each minute
 */
public record TimeLine(int firstMinute, List<Double> values) {

    double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    public int minutes() {
        return values.size();
    }
}
