package org.consilium.trail.seal;

/** The ids from one to another, both included. */
public record IdRange(long from, long to) {
    public IdRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range of ids: " + from + '-' + to);
        }
    }

    /** Reads {@code 17} or {@code 17-19}. */
    static IdRange parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new IdRange(Long.parseLong(text), Long.parseLong(text))
                : new IdRange(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    public long size() {
        return to - from + 1;
    }

    @Override
    public String toString() {
        return from == to ? Long.toString(from) : from + "-" + to;
    }
}
