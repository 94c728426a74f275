package org.consilium.trail.verify;

import java.util.ArrayList;
import java.util.List;

/** The first findings, and how many more there are: a trail that is wrong everywhere must not fill the memory. */
final class Findings {
    private static final int MOST = 1000;

    private final List<Finding> first = new ArrayList<>();
    private long others;

    void add(FindingKind kind, Object... values) {
        if (first.size() < MOST) {
            first.add(Finding.of(kind, values));
        } else {
            others++;
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    List<Finding> first() {
        return first;
    }

    long others() {
        return others;
    }
}
