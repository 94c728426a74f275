package org.consilium.local.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for a node: answers with its name, the method, the size of the body and the headers of the request. */
final class EchoNode implements AutoCloseable {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final String name;
    private final int port;
    private final HttpServer server;
    private volatile boolean ready = true;
    private volatile boolean closesConnections;

    private EchoNode(String name, HttpServer server) {
        this.name = name;
        this.server = server;
        this.port = server.getAddress().getPort();
    }

    static EchoNode start(String name, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            EchoNode node = new EchoNode(name, server);
            server.setExecutor(node.workers);
            server.createContext("/health/ready", exchange -> answer(exchange, node.ready ? 200 : 503, ""));
            server.createContext("/", node::echo);
            server.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        long sent = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        if (closesConnections) {
            exchange.close();
            return;
        }
        StringBuilder text = new StringBuilder(name + "\n" + exchange.getRequestMethod() + " " + sent + "\n");
        exchange.getRequestHeaders()
                .forEach((header, values) -> text.append(header.toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(String.join(",", values))
                        .append('\n'));
        answer(exchange, 200, text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    /** Sets the result of health checks. */
    void ready(boolean now) {
        ready = now;
    }

    /** From now on it reads each request and closes the connection, like a node that crashes over it. */
    void closeConnections() {
        closesConnections = true;
    }

    int requests() {
        return requests.get();
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        // the server frees its port a moment later; until then the system accepts connections for it
        while (accepts()) {
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
