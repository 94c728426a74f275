package org.consilium.local.node;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Workspace;

/** One node: the application server with the application, as a child process. */
public final class Node implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);
    /** Longer than the node takes to finish the requests that it has accepted. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(45);

    private final int port;
    private final ChildProcess process;
    private volatile boolean wasReady;

    private Node(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Starts a node that the others cannot run without; returns before it is ready. */
    public static Node start(Workspace workspace, NodeSettings settings) {
        return start(workspace, settings, workspace::reportFailure);
    }

    /** Starts a node whose crash is handled by the caller. */
    public static Node start(Workspace workspace, NodeSettings settings, Consumer<ChildProcess> onCrash) {
        List<String> command =
                NodeCommand.of(workspace, settings, AotCache.ofServer().options());
        return new Node(settings.port(), workspace.start(settings.name(), command, GRACE_PERIOD, onCrash));
    }

    /** Waits until the node is ready for users. */
    public Node awaitReady() {
        return awaitReady(READY_TIMEOUT);
    }

    public Node awaitReady(Duration atMost) {
        process.awaitOk(address().resolve("/health/ready"), atMost);
        wasReady = true;
        return this;
    }

    /** Whether a call of {@link #awaitReady()} has succeeded. */
    public boolean wasReady() {
        return wasReady;
    }

    /** The node's address for a browser, with a trailing slash. */
    public URI address() {
        return NodeSettings.address(port);
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    /** The node's output so far. */
    public List<String> lines() {
        return process.lines();
    }

    /** Ends it at once, without any cleanup, like a power failure. */
    public void kill() {
        process.kill();
    }

    /** Asks it to finish its requests and to end. */
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
