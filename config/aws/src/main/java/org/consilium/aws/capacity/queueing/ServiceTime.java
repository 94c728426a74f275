package org.consilium.aws.capacity.queueing;

import java.util.Map;

/**
 * How long a request keeps a processor busy.
 *
 * @param meanSeconds mean CPU-seconds of a request
 * @param squaredVariation squared coefficient of variation: 0 for constant times, 1 for exponential times
 */
public record ServiceTime(double meanSeconds, double squaredVariation) {

    /**
     * The service time of a mix of requests.
     *
     * @param requestsBySeconds number of requests (in any unit) by their CPU-seconds
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
