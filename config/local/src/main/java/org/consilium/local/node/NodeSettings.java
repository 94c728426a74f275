package org.consilium.local.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Project;

/**
 * The settings of one node.
 *
 * @param name also the name of its log
 * @param host the address to listen on
 * @param application the EAR
 * @param properties the application's configuration
 * @param javaOptions added to the Java options of every node
 * @param environment environment variables in addition to the inherited ones
 */
public record NodeSettings(
        String name,
        String host,
        int port,
        Path application,
        Map<String, String> properties,
        List<String> javaOptions,
        Map<String, String> environment) {
    public NodeSettings {
        properties = Map.copyOf(properties);
        javaOptions = List.copyOf(javaOptions);
        environment = Map.copyOf(environment);
    }

    /** A node with this project's EAR. */
    public static NodeSettings of(String name, int port) {
        return new NodeSettings(
                name, Ports.LOOPBACK, port, Project.here().application(), Map.of(), List.of(), Map.of());
    }

    /** The node's address for a browser, with a trailing slash. */
    URI address() {
        return address(port);
    }

    static URI address(int port) {
        return URI.create("http://localhost:" + port + "/");
    }

    public NodeSettings withHost(String other) {
        return new NodeSettings(name, other, port, application, properties, javaOptions, environment);
    }

    /** A copy with more configuration, such as that of a back end; a later value replaces an earlier one. */
    public NodeSettings with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(more);
        return new NodeSettings(name, host, port, application, all, javaOptions, environment);
    }

    public NodeSettings with(String key, String value) {
        return with(Map.of(key, value));
    }

    public NodeSettings withJavaOptions(String... more) {
        List<String> all = new ArrayList<>(javaOptions);
        all.addAll(List.of(more));
        return new NodeSettings(name, host, port, application, properties, all, environment);
    }

    /** A copy with these environment variables in place of those set before. */
    public NodeSettings withEnvironment(Map<String, String> variables) {
        return new NodeSettings(name, host, port, application, properties, javaOptions, variables);
    }
}
