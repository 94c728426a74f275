package org.consilium.ear.stand;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consilium.ear.fault.ClockedNodes;
import org.consilium.ear.fault.Cluster;
import org.consilium.ear.fault.ReplicatedNode;
import org.consilium.ear.http.LimitedNodes;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts nodes while the first tests run, one after the other and in the order in which they are needed: in a run of
 * all tests every one, in a run of a few the first, unless they are inside the server.
 */
public final class HeadStart implements TestExecutionListener {

    /** Classes; fewer are a developer's choice. */
    private static final int MANY = 20;

    private static final List<Runnable> STARTS = List.of(
            () -> Stand.get().secondNode(),
            LimitedNodes::begin,
            Cluster::begin,
            ReplicatedNode::begin,
            ClockedNodes::begin);

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "head start");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.countTestIdentifiers(HeadStart::needsNode) > 0) {
            THREAD.execute(() -> Stand.get().node());
        }
        if (plan.countTestIdentifiers(HeadStart::isClass) >= MANY) {
            STARTS.forEach(THREAD::execute);
        }
    }

    /** Waits for the nodes that are starting before a test stops what they need. */
    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.getSource().filter(HeadStart::isOutage).isPresent()) {
            CompletableFuture.runAsync(() -> {}, THREAD).join();
        }
    }

    private static boolean isOutage(TestSource source) {
        return source instanceof ClassSource described && TestClassOrder.isOutage(described.getJavaClass());
    }

    private static boolean needsNode(TestIdentifier test) {
        return test.getSource()
                .filter(source ->
                        source instanceof ClassSource described && TestClassOrder.needsNode(described.getJavaClass()))
                .isPresent();
    }

    private static boolean isClass(TestIdentifier test) {
        return test.isContainer()
                && test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }

    /** Begins nothing more. What is just starting is a child of the stand, and ends with it. */
    static void end() {
        THREAD.shutdownNow();
    }
}
