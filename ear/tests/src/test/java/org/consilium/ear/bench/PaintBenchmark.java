package org.consilium.ear.bench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.ear.cost.Phone;
import org.consilium.ear.cost.WeighedPages;
import org.consilium.ear.cost.WeighedPages.Opened;
import org.consilium.ear.cost.Weight;
import org.consilium.ear.stand.BackEndsOfTests;

/** Measures what pages weigh, and when a phone with slow 4G shows them, with an empty cache and with a full one. */
public final class PaintBenchmark {

    /** So many visits: the median counts. */
    private static final int VISITS = 5;

    private static final double GOAL_MILLIS = 1500;

    private PaintBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        try {
            print();
        } finally {
            BackEndsOfTests.stop();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private static void print() {
        System.out.println("| page on a phone, slow 4G | requests | bytes | first content | layout shift |"
                + " again: requests | bytes | first content |");
        new WeighedPages().all().forEach((name, page) -> print(name, page));
        System.out.printf("goal: first content within %.0f ms, no layout shift%n", GOAL_MILLIS);
    }

    private static void print(String name, Opened page) {
        List<Visits> all = Stream.generate(() -> visit(page)).limit(VISITS).toList();
        Weight cold = median(all.stream().map(Visits::cold));
        Weight warm = median(all.stream().map(Visits::warm));
        System.out.printf(
                "| %s | %d | %d | %.0f ms | %.3f | %d | %d | %.0f ms | blocking %s%n",
                name,
                cold.requests(),
                cold.bytes(),
                cold.firstPaint(),
                cold.layoutShift(),
                warm.requests(),
                warm.bytes(),
                warm.firstPaint(),
                cold.blocking());
    }

    private record Visits(Weight cold, Weight warm) {}

    private static Visits visit(Opened page) {
        try (Phone phone = Phone.of(page.person()).slow()) {
            return new Visits(phone.open(page.path()), phone.open(page.path()));
        }
    }

    private static Weight median(Stream<Weight> weights) {
        return weights.sorted(Comparator.comparingDouble(Weight::firstPaint))
                .toList()
                .get(VISITS / 2);
    }
}
