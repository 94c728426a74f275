package org.consilium.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one node is to run.
 *
 * @param name also the name of its log
 * @param host the address to listen on
 * @param application the EAR
 * @param properties what the application reads as its configuration
 * @param javaOptions given to the node's Java before those that every node gets
 * @param environment variables of the node's process beside those that it inherits
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

    /** A node of this project's own EAR. */
    public static NodeSettings of(String name, int port) {
        return new NodeSettings(
                name, Ports.LOOPBACK, port, Project.here().application(), Map.of(), List.of(), Map.of());
    }

    /** Where a browser finds the node, with a closing slash. */
    URI address() {
        return address(port);
    }

    static URI address(int port) {
        return URI.create("http://localhost:" + port + "/");
    }

    public NodeSettings withHost(String other) {
        return new NodeSettings(name, other, port, application, properties, javaOptions, environment);
    }

    /** The same with more configuration, such as that of a back end; a later value replaces an earlier one. */
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

    /** The same with these variables alone beside those that it inherits. */
    public NodeSettings withEnvironment(Map<String, String> variables) {
        return new NodeSettings(name, host, port, application, properties, javaOptions, variables);
    }
}
