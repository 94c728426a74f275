package org.consilium.local.proxy;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.predicate.Predicates;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.local.process.StartException;

/**
 * The load balancer in front of several nodes: requests go to the ready nodes in turn, regardless of the session. A
 * request that has been sent to a node is never sent to another one.
 */
public final class ReverseProxy implements AutoCloseable {
    /** More than the number of requests that a node processes at the same time. */
    private static final int CONNECTIONS_PER_THREAD = 256;
    /** Less than the time after which a node closes an idle connection. */
    private static final int IDLE_MILLIS = 30_000;

    /** Undertow's default is 2 MB; the nodes enforce limits of their own. */
    private static final long MAX_BODY_BYTES = 1024L * 1024 * 1024;

    private static final int IO_THREADS = 2;

    private final int port;
    private final Undertow server;
    private final HealthCheck health;

    private ReverseProxy(int port, Undertow server, HealthCheck health) {
        this.port = port;
        this.server = server;
        this.health = health;
    }

    /**
     * Starts a proxy. A node gets no request before its first successful health check.
     *
     * @param nodes their addresses, such as {@code http://127.0.0.1:8081/}
     * @throws StartException when the port is in use
     */
    public static ReverseProxy start(String host, int port, List<URI> nodes) {
        return start(host, port, nodes, change -> {});
    }

    /**
     * Starts a proxy.
     *
     * @param listener gets a line whenever a node goes out of service or comes back
     */
    public static ReverseProxy start(String host, int port, List<URI> nodes, Consumer<String> listener) {
        LoadBalancingProxyClient balancer = balancer();
        Undertow server = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES)
                .setHandler(handler(balancer, nodes.size()))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof IOException cause ? StartException.of("listen on port " + port, cause) : e;
        }
        HealthCheck health = new HealthCheck(nodes, balancer, listener);
        health.start();
        return new ReverseProxy(port, server, health);
    }

    private static LoadBalancingProxyClient balancer() {
        return new LoadBalancingProxyClient()
                // no sticky sessions: any node serves any session
                .removeSessionCookieName("JSESSIONID")
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setSoftMaxConnectionsPerThread(0)
                .setTtl(IDLE_MILLIS)
                .setProblemServerRetry(1);
    }

    private static HttpHandler handler(LoadBalancingProxyClient balancer, int nodes) {
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(balancer)
                .setReuseXForwarded(false)
                .setRewriteHostHeader(false)
                // connections that were refused: nothing has been sent yet
                .setMaxConnectionRetries(nodes)
                .setIdempotentRequestPredicate(Predicates.falsePredicate())
                .build();
        return new ForwardedHeaders(new RetryLater(proxy));
    }

    public int port() {
        return port;
    }

    /** The proxy's address for a browser, with a trailing slash. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** The nodes that currently get requests. */
    public List<URI> inService() {
        return health.inService();
    }

    @Override
    public void close() {
        health.close();
        server.stop();
    }
}
