package org.consilium.image;

/** Which old pixels each new pixel covers along one axis, and how much each of them counts; the weights add up to 1. */
final class Coverage {

    private final int[] first;
    private final int[] last;
    private final float[] firstWeight;
    private final float[] lastWeight;
    private final float fullWeight;

    private Coverage(int size, double step) {
        this.first = new int[size];
        this.last = new int[size];
        this.firstWeight = new float[size];
        this.lastWeight = new float[size];
        this.fullWeight = (float) (1 / step);
    }

    /** Covers {@code from} old pixels with {@code to} new ones, which are not more. */
    static Coverage of(int from, int to) {
        double step = (double) from / to;
        Coverage coverage = new Coverage(to, step);
        for (int i = 0; i < to; i++) {
            double begin = i * step;
            double end = Math.min(from, begin + step);
            coverage.first[i] = (int) begin;
            coverage.last[i] = Math.max(coverage.first[i], (int) Math.ceil(end) - 1);
            coverage.firstWeight[i] = (float) ((Math.min(end, coverage.first[i] + 1) - begin) / step);
            coverage.lastWeight[i] = (float) ((end - coverage.last[i]) / step);
        }
        return coverage;
    }

    int first(int target) {
        return first[target];
    }

    int last(int target) {
        return last[target];
    }

    float weight(int target, int source) {
        if (source == first[target]) {
            return firstWeight[target];
        }
        return source == last[target] ? lastWeight[target] : fullWeight;
    }
}
