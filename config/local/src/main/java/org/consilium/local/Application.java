package org.consilium.local;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Workspace;
import org.consilium.local.proxy.ProxyLog;
import org.consilium.local.proxy.ReverseProxy;

/** The application as users reach it: one node, or several behind a proxy. */
final class Application {
    private final Progress progress;
    private final NodeGroup nodes;
    private final URI address;
    private final boolean several;

    private Application(Progress progress, NodeGroup nodes, URI address, boolean several) {
        this.progress = progress;
        this.nodes = nodes;
        this.address = address;
        this.several = several;
    }

    /** Starts the proxy if there are several nodes, but none of the nodes. */
    static Application of(Options options, Workspace workspace, Progress progress, Map<String, String> properties) {
        if (options.nodes() == 1) {
            NodeSettings only = NodeSettings.of("node-1", options.port())
                    .withHost(options.host())
                    .with(properties);
            NodeGroup nodes = new NodeGroup(workspace, progress, List.of(only));
            return new Application(progress, nodes, addressOf(options), false);
        }
        List<NodeSettings> settings = IntStream.rangeClosed(1, options.nodes())
                .mapToObj(number -> behindProxy("node-" + number).with(properties))
                .toList();
        startProxy(options, workspace, settings);
        return new Application(progress, new NodeGroup(workspace, progress, settings), addressOf(options), true);
    }

    private static NodeSettings behindProxy(String name) {
        return NodeSettings.of(name, Ports.free())
                .with("consilium.server.trust-proxy", "true")
                // the proxy notices within a second
                .with("consilium.server.drain-delay", "2");
    }

    private static void startProxy(Options options, Workspace workspace, List<NodeSettings> settings) {
        ProxyLog.writeTo(workspace.newLog("proxy"));
        List<URI> nodes = settings.stream()
                .map(node -> URI.create("http://127.0.0.1:" + node.port() + "/"))
                .toList();
        // never closed: until this process ends, it answers for nodes that are stopping
        ReverseProxy.start(options.host(), options.port(), nodes, ProxyLog::write);
    }

    private static URI addressOf(Options options) {
        return URI.create("http://localhost:" + options.port() + "/");
    }

    /** Starts the first node; returns when users can sign in. */
    void startFirst() {
        long begin = System.nanoTime();
        progress.say("starting the application; this takes a moment");
        nodes.startFirst();
        progress.done(several ? "first node ready" : "application ready", begin);
    }

    void startOthers() {
        if (several) {
            long begin = System.nanoTime();
            nodes.startOthers();
            progress.done("all nodes ready", begin);
        }
    }

    URI address() {
        return address;
    }

    /** The nodes that stand in for each other; empty if there is only one. */
    List<Node> nodes() {
        return several ? nodes.nodes() : List.of();
    }
}
