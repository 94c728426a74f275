package org.consilium.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One node, or several that stand in for each other: one of several that ends by itself once it was ready is started
 * again, as an Auto Scaling group would. One that never gets ready ends everything.
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
        workspace.beforeClosing(() -> nodes.forEach(node -> node.process().ask()));
    }

    /** Starts the first, which brings the schema up to date; returns when it is ready. */
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
        Node node = Node.start(workspace, settings.get(number), child -> inBackground(() -> ended(number, child)));
        if (number < nodes.size()) {
            nodes.set(number, node);
        } else {
            nodes.add(node);
        }
        return node;
    }

    /** A node may end before its start has returned: that has to be over first. */
    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "node-ended");
        thread.setDaemon(true);
        thread.start();
    }

    private void ended(int number, ChildProcess child) {
        if (settings.size() > 1 && wasReady(number)) {
            progress.say("%s has ended (exit code %d): starting it again".formatted(child.name(), child.exitCode()));
            startAgain(number);
        } else {
            workspace.giveUp(child);
        }
    }

    private synchronized boolean wasReady(int number) {
        return nodes.get(number).wasReady();
    }

    private void startAgain(int number) {
        long begin = System.nanoTime();
        try {
            Node node = start(number).awaitReady();
            progress.did(
                    settings.get(number).name() + " ready again, as process "
                            + node.process().pid(),
                    begin);
        } catch (StartException e) {
            workspace.giveUp(nodes.get(number).process());
        }
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }
}
