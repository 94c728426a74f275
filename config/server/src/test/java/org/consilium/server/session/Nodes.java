package org.consilium.server.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.local.process.BackEnd;
import org.consilium.server.ProbeEar;
import org.consilium.server.ServerProcess;

/** Several servers with the probe application, which share nothing but Redis. */
final class Nodes implements AutoCloseable {
    private final Path directory;
    private final Path ear;
    private final Map<String, String> environment;
    private final List<ServerProcess> nodes = new ArrayList<>();

    private Nodes(Path directory, Path ear, Map<String, String> environment) {
        this.directory = directory;
        this.ear = ear;
        this.environment = environment;
    }

    /** Starts the given number of nodes, and waits until all are ready. */
    static Nodes start(Path directory, int count, BackEnd redis, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = environment(redis);
        environment.putAll(more);
        Nodes nodes = new Nodes(directory, ProbeEar.withSessions(directory), environment);
        for (int i = 0; i < count; i++) {
            nodes.nodes.add(nodes.begin());
        }
        for (ServerProcess node : nodes.nodes) {
            node.awaitLine("\"message\":\"ready\"");
        }
        return nodes;
    }

    /** The environment variables by which a server finds Redis. */
    static Map<String, String> environment(BackEnd redis) {
        Map<String, String> environment =
                new HashMap<>(Map.of("CONSILIUM_SESSIONS", "redis", "CONSILIUM_SESSION_KEYS", "none"));
        redis.properties().forEach((key, value) -> environment.put(variable(key), value));
        return environment;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private ServerProcess begin() throws IOException {
        return ServerProcess.start(directory, environment, "--deploy", ear.toString());
    }

    /** Starts another node, with these additional environment variables. */
    ServerProcess starting(Map<String, String> more) throws IOException {
        ServerProcess node = apart(more);
        nodes.add(node);
        return node;
    }

    /** The same for a node that gets no turn and that its test closes. */
    ServerProcess apart(Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return ServerProcess.start(directory, all, "--deploy", ear.toString());
    }

    /** Another node, for a test that ends it. */
    ServerProcess another() throws IOException, InterruptedException {
        ServerProcess node = begin();
        nodes.add(node);
        node.awaitLine("\"message\":\"ready\"");
        return node;
    }

    ServerProcess get(int index) {
        return nodes.get(index);
    }

    /** The nodes in turn. */
    ServerProcess turn(int number) {
        return nodes.get(number % nodes.size());
    }

    /** The output of all nodes until now, as of {@link ServerProcess#settledOut}; those that are dead wrote all. */
    List<String> lines() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (ServerProcess node : nodes) {
            lines.addAll(node.handle().isAlive() ? node.settledOut() : node.out());
        }
        return lines;
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
    }
}
