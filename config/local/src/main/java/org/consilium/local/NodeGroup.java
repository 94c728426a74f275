package org.consilium.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/**
 * One node, or several that stand in for each other. If one of several ends after it was ready, it is started again, as
 * an Auto Scaling group would do. A node that never becomes ready ends everything.
 */
final class NodeGroup {
    private final Workspace workspace;
    private final Progress progress;
    private final List<NodeSettings> settings;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    NodeGroup(Workspace workspace, Progress progress, List<NodeSettings> settings) {
        this.workspace = workspace;
        this.progress = progress;
        this.settings = List.copyOf(settings);
        workspace.beforeClosing(() -> nodes.forEach(node -> node.process().requestStop()));
    }

    /** Starts the first node, which migrates the schema; returns when it is ready. */
    void startFirst() {
        start(0).awaitReady();
    }

    /** Starts the others; returns when they are ready. */
    void startOthers() {
        List<Node> others = new ArrayList<>();
        for (int number = 1; number < settings.size(); number++) {
            others.add(start(number));
        }
        others.forEach(Node::awaitReady);
    }

    private synchronized Node start(int number) {
        Node node = Node.start(workspace, settings.get(number), child -> onCrash(number, child));
        if (number < nodes.size()) {
            nodes.set(number, node);
        } else {
            nodes.add(node);
        }
        return node;
    }

    /** Runs in a thread of its own, because a node may crash before the call that starts it has returned. */
    private void onCrash(int number, ChildProcess child) {
        Thread.ofPlatform().daemon().name("node-crash").start(() -> {
            if (settings.size() > 1 && wasReady(number)) {
                progress.say(
                        "%s has ended (exit code %d): starting it again".formatted(child.name(), child.exitCode()));
                startAgain(number);
            } else {
                workspace.reportFailure(child);
            }
        });
    }

    private synchronized boolean wasReady(int number) {
        return nodes.get(number).wasReady();
    }

    private void startAgain(int number) {
        long begin = System.nanoTime();
        try {
            Node node = start(number).awaitReady();
            progress.done(
                    settings.get(number).name() + " ready again, as process "
                            + node.process().pid(),
                    begin);
        } catch (StartException e) {
            workspace.reportFailure(nodes.get(number).process());
        }
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }
}
