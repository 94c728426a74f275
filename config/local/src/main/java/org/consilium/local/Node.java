package org.consilium.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One node: the application server with the application, as a child process. */
public final class Node implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    /** Longer than the node lets accepted requests finish. */
    private static final Duration GRACE = Duration.ofSeconds(45);

    /** A small heap and the quick compiler only: ready sooner, and enough for one person. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private final int port;
    private final ChildProcess process;
    private volatile boolean wasReady;

    private Node(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Starts a node; returns before it is ready. */
    public static Node start(Workspace workspace, NodeSettings settings) {
        return start(workspace, settings, workspace::giveUp);
    }

    /** The same for a node whose end, when nobody has asked for it, is not the end of all. */
    static Node start(Workspace workspace, NodeSettings settings, Consumer<ChildProcess> whenCrashed) {
        List<String> command = command(workspace, settings, AotCache.ofServer().options());
        return new Node(settings.port(), workspace.start(settings.name(), command, GRACE, whenCrashed));
    }

    static List<String> command(Workspace workspace, NodeSettings settings, List<String> cacheOptions) {
        Path properties =
                PrivateFile.write(workspace.configuration(settings.name() + ".properties"), settings.properties());
        List<String> command = new ArrayList<>();
        if (!settings.environment().isEmpty()) {
            command.add("env");
            settings.environment().forEach((variable, value) -> command.add(variable + "=" + value));
        }
        command.add(Project.java().toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(cacheOptions);
        command.addAll(settings.javaOptions());
        command.addAll(List.of(
                "-jar",
                Project.here().server().toString(),
                "--host",
                settings.host(),
                "--port",
                String.valueOf(settings.port()),
                "--rootdir",
                workspace.folder("run").resolve(settings.name()).toString(),
                "--systemProperties",
                properties.toString(),
                "--deploy",
                settings.application().toString()));
        return command;
    }

    /** Waits until the node is ready for people. */
    public Node awaitReady() {
        return awaitReady(READY);
    }

    public Node awaitReady(Duration atMost) {
        process.awaitOk(address().resolve("/health/ready"), atMost);
        wasReady = true;
        return this;
    }

    /** Whether it has been waited for, and has become ready. */
    boolean wasReady() {
        return wasReady;
    }

    /** Where a browser finds it, with a closing slash. */
    public URI address() {
        return NodeSettings.address(port);
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    /** What the node has written so far. */
    public List<String> lines() {
        return process.lines();
    }

    /** Ends it without a chance to put anything in order, as a power cut would. */
    public void kill() {
        process.kill();
    }

    /** Asks it to finish what it does and to end. */
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
