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
import org.consilium.local.StartException;

/**
 * The load balancer in front of several nodes: each request goes to the next node that is ready, whoever sends it. What
 * has been sent to a node is sent to no other one.
 */
public final class ReverseProxy implements AutoCloseable {
    /** More than the requests that a node works on at once. */
    private static final int CONNECTIONS_PER_THREAD = 256;
    /** Below the time for which a node keeps a connection open that is not used. */
    private static final int IDLE_MILLIS = 30_000;

    /** Above that of any upload, which the nodes limit themselves; the default is 2 MB. */
    private static final long LARGEST_BODY = 1024L * 1024 * 1024;

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
     * Starts a proxy that sends nothing to a node before the node has said that it is ready.
     *
     * @param nodes their addresses, such as {@code http://127.0.0.1:8081/}
     * @throws StartException when the port is in use
     */
    public static ReverseProxy start(String host, int port, List<URI> nodes) {
        return start(host, port, nodes, change -> {});
    }

    /** The same, telling of each node that goes out of service or comes back, in a few words. */
    public static ReverseProxy start(String host, int port, List<URI> nodes, Consumer<String> told) {
        LoadBalancingProxyClient balancer = balancer();
        Undertow server = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setHandler(handler(balancer, nodes.size()))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof IOException cause ? StartException.of("listen on port " + port, cause) : e;
        }
        HealthCheck health = new HealthCheck(nodes, balancer, told);
        health.start();
        return new ReverseProxy(port, server, health);
    }

    private static LoadBalancingProxyClient balancer() {
        return new LoadBalancingProxyClient()
                // any node serves any session
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
                // counts connections that were refused: nothing has been sent yet
                .setMaxConnectionRetries(nodes)
                .setIdempotentRequestPredicate(Predicates.falsePredicate())
                .build();
        return new ForwardedHeaders(new RetryLater(proxy));
    }

    public int port() {
        return port;
    }

    /** Where a browser finds it, with a closing slash. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** The nodes that get requests at the moment. */
    public List<URI> inService() {
        return health.inService();
    }

    @Override
    public void close() {
        health.close();
        server.stop();
    }
}
