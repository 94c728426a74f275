package org.consilium.aws.capacity.chart;

import java.util.List;

/**
 * A figure in the course of a day.
 *
 * @param firstMinute of the day that the first value is of
 * @param values one a minute
 */
public record TimeLine(int firstMinute, List<Double> values) {

    double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    int minutes() {
        return values.size();
    }
}
