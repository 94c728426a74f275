package org.consilium.platform;

import java.util.function.IntUnaryOperator;

/** Does in small transactions, one after the other, what would lock too many rows in one. */
public final class Batches {

    private static final int SIZE = 500;

    private Batches() {}

    /**
     * Goes on until nothing is left.
     *
     * @param some does at most so many, in a transaction of its own, and gives the number of those that it has done
     * @return how many were done
     */
    public static int all(IntUnaryOperator some) {
        int all = 0;
        int done;
        do {
            done = some.applyAsInt(SIZE);
            all += done;
        } while (done == SIZE);
        return all;
    }
}
