package org.consilium.ear.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.consilium.ear.stand.DebianPackage;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Workspace;

/**
 * The load balancer before the nodes, HAProxy in the place of the cloud's: each request goes to the next node that is
 * ready, and none is sent a second time once a node may have begun with it.
 */
final class Balancer {

    static final DebianPackage HAPROXY = DebianPackage.of("haproxy");
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final int port;
    private final int statistics;
    private final ChildProcess process;

    private Balancer(int port, int statistics, ChildProcess process) {
        this.port = port;
        this.statistics = statistics;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param port where it listens
     * @param nodes their ports
     */
    static Balancer start(Workspace workspace, String name, int port, List<Integer> nodes) {
        int statistics = Ports.free();
        Path file = PrivateFile.write(
                workspace.configuration(name + ".cfg"), new BalancerConfiguration(port, statistics, nodes).text());
        List<String> command = List.of(HAPROXY.program().orElseThrow().toString(), "-db", "-f", file.toString());
        ChildProcess process = workspace.start(name, command, GRACE);
        process.awaitPort(port, GRACE);
        return new Balancer(port, statistics, process);
    }

    /** Where people find the hospital. */
    URI address() {
        return URI.create(origin(port) + "/");
    }

    /** The origin of the pages that come by way of the port. */
    static String origin(int port) {
        return "http://localhost:" + port;
    }

    /** Whether it sends requests to the node. */
    boolean isUp(int node) {
        return value(node, "status").startsWith("UP");
    }

    /** The most requests that it has had at that node at the same time. */
    int most(int node) {
        return Integer.parseInt(value(node, "smax"));
    }

    private String value(int node, String column) {
        List<String[]> rows = show().lines().map(line -> line.split(",", -1)).toList();
        int place = Arrays.asList(rows.get(0)).indexOf(column);
        return rows.stream()
                .filter(row -> row.length > place && row[0].equals(BalancerConfiguration.READY))
                .filter(row -> row[1].equals(BalancerConfiguration.node(node)))
                .map(row -> row[place])
                .findFirst()
                .orElseThrow();
    }

    private String show() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), statistics)) {
            socket.getOutputStream().write("show stat\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        process.stop();
    }
}
