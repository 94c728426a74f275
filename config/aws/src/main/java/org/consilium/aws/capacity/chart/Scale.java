package org.consilium.aws.capacity.chart;

/**
 * An axis from zero to a round number.
 *
 * @param step between two grid lines
 * @param steps from zero to the end
 */
record Scale(double step, int steps) {

    private static final int MOST_STEPS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** The smallest axis with a round step that fits a value. */
    static Scale upTo(double highest) {
        double most = highest <= 0 ? 1 : highest;
        double power = Math.pow(10, Math.floor(Math.log10(most / MOST_STEPS)));
        double step = power;
        for (double round : ROUND) {
            step = round * power;
            if (step * MOST_STEPS >= most) {
                break;
            }
        }
        return new Scale(step, (int) Math.ceil(most / step));
    }

    double end() {
        return step * steps;
    }
}
