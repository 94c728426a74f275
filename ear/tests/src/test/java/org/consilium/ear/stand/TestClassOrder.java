package org.consilium.ear.stand;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The order of the classes: first those inside the server, which need no node, while the nodes start; then what people
 * see, and what strangers try; last the faults, some of which must be answered in time, when nothing starts any more.
 * The classes that end nodes are the last of all, so that nobody waits for those that replace them.
 */
public final class TestClassOrder implements ClassOrderer {

    private static final List<String> GROUPS = List.of(".service.", ".http.", ".hostile.", ".browser.", ".fault.");
    /**
     * Of the tests inside the server, the one that stops the image store, on which nodes stand that may be starting.
     */
    private static final String OUTAGE = "ImageOutageIT";

    /** Those with nodes of their own, which then end, come first. */
    private static final List<String> FIRST = List.of(
            "DatabaseFaultIT",
            "PasswordRotationFaultIT",
            "PrimaryDownFaultIT",
            "TransactionFaultIT",
            "WrongClockFaultIT");

    private static final List<String> LAST = List.of("RollingRestartFaultIT", "NodeDeathFaultIT");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingLong(TestClassOrder::group)
                        .thenComparingInt(TestClassOrder::place)
                        .thenComparing(described -> described.getTestClass().getName()));
    }

    private static long group(ClassDescriptor described) {
        return isOutage(described.getTestClass())
                ? GROUPS.size() - 1L
                : GROUPS.stream()
                        .takeWhile(group -> !described.getTestClass().getName().contains(group))
                        .count();
    }

    private static int place(ClassDescriptor described) {
        String name = described.getTestClass().getSimpleName();
        return FIRST.contains(name) ? -1 : 1 + LAST.indexOf(name);
    }

    /** Whether it uses the node of the stand, as all do but those inside the server. */
    static boolean needsNode(Class<?> test) {
        return !test.getName().contains(GROUPS.get(0));
    }

    /** Whether it stops what starting nodes need. */
    static boolean isOutage(Class<?> test) {
        return test.getSimpleName().equals(OUTAGE);
    }
}
