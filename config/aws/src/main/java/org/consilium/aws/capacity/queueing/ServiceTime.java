package org.consilium.aws.capacity.queueing;

import java.util.Map;

/**
 * How long a request keeps one processor busy: most for a moment, a photo for long.
 *
 * @param meanSeconds CPU-seconds of a request on average
 * @param squaredVariation variance over the square of the mean: 0 if all take equally long, 1 for exponential times
 */
public record ServiceTime(double meanSeconds, double squaredVariation) {

    /**
     * The service time of a mix of requests.
     *
     * @param requestsBySeconds how many requests (any unit) take how many seconds each
     */
    public static ServiceTime mixOf(Map<Double, Double> requestsBySeconds) {
        double requests = 0;
        double sum = 0;
        double squares = 0;
        for (Map.Entry<Double, Double> entry : requestsBySeconds.entrySet()) {
            double seconds = entry.getKey();
            requests += entry.getValue();
            sum += entry.getValue() * seconds;
            squares += entry.getValue() * seconds * seconds;
        }
        double mean = sum / requests;
        return new ServiceTime(mean, squares / requests / (mean * mean) - 1);
    }
}
