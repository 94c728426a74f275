package org.consilium.ear.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.local.process.Ports;

/**
 * The stretch of network before a server: it can be slow, swallow what is sent, or be cut. Nothing is lost that was
 * swallowed while connections stayed open; it arrives late, as TCP has it.
 */
final class FaultProxy implements AutoCloseable {

    private final int port = Ports.free();
    private volatile int target;
    private final ProxyGate passage = new ProxyGate();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    private FaultProxy(int target) {
        this.target = target;
        server = listen();
    }

    /** A faultless one before the server at that port of this machine. */
    static FaultProxy before(int target) {
        return new FaultProxy(target);
    }

    int port() {
        return port;
    }

    /** Everything passes at once, after whatever fault. */
    synchronized void pass() {
        if (server.isClosed()) {
            server = listen();
        }
        passage.open(Duration.ZERO);
    }

    /** Every answer arrives so much later. */
    void delay(Duration later) {
        passage.open(later);
    }

    /** Connections stay open and new ones are accepted, and nothing goes through, as in a black hole. */
    void swallow() {
        passage.close();
    }

    /** Connections are cut, and new ones refused. */
    synchronized void refuse() {
        quietly(server);
        connections.forEach(ProxiedConnection::close);
    }

    /** Connections are cut, and new ones taken. */
    void cut() {
        connections.forEach(ProxiedConnection::close);
    }

    private ServerSocket listen() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            ProxiedConnection.daemon("fault-proxy", () -> accept(listening)).start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                add(listening, new ProxiedConnection(near, target, passage, connections::remove));
            } catch (IOException closed) {
                // the loop sees it
            }
        }
    }

    /** Whoever connects from now on is led to another server; those who are connected are cut. */
    void leadTo(int other) {
        target = other;
        cut();
    }

    private synchronized void add(ServerSocket listening, ProxiedConnection connection) {
        if (listening.isClosed()) {
            connection.close();
        } else {
            connections.add(connection);
            connection.start();
        }
    }

    static void quietly(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            // as it shall be
        }
    }

    @Override
    public void close() {
        refuse();
        passage.open(Duration.ZERO);
    }
}
