package org.consilium.imaging.pixels;

/**
 * The weights with which the old pixels along one axis contribute to fewer new ones: each lies in one, or across the
 * border of two. The weights of a new pixel add up to {@link #WHOLE} exactly, so white stays white.
 */
final class Shares {

    static final int BITS = 11;
    static final int WHOLE = 1 << BITS;

    private final int[] own;
    private final int[] next;
    private final boolean[] last;

    private Shares(int old) {
        own = new int[old];
        next = new int[old];
        last = new boolean[old];
    }

    /** Of {@code from} old pixels in {@code to} new ones, which are not more. */
    static Shares of(int from, int to) {
        Shares shares = new Shares(from);
        for (int i = 0; i < from; i++) {
            int begin = border(i, from, to);
            int end = border(i + 1, from, to);
            int border = (begin / WHOLE + 1) * WHOLE;
            shares.own[i] = Math.min(end, border) - begin;
            shares.next[i] = end - begin - shares.own[i];
            shares.last[i] = end >= border;
        }
        return shares;
    }

    private static int border(long old, int from, int to) {
        return (int) (old * to * WHOLE / from);
    }

    int size() {
        return own.length;
    }

    /** In the new pixel that it begins in. */
    int own(int old) {
        return own[old];
    }

    /** In the new pixel after that. */
    int next(int old) {
        return next[old];
    }

    /** Whether the new pixel that it begins in ends with it. */
    boolean isLast(int old) {
        return last[old];
    }
}
