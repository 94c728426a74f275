package org.consilium.local.proxy;

import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks every node twice a second whether it is ready: one "no" takes it out of service, one "yes" brings it back. */
final class HealthCheck implements AutoCloseable {
    private static final int PERIOD_MILLIS = 500;
    private static final int TIMEOUT_MILLIS = 2000;

    private final List<URI> nodes;
    private final LoadBalancingProxyClient balancer;
    private final Consumer<String> told;
    private final Set<URI> inService = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;

    HealthCheck(List<URI> nodes, LoadBalancingProxyClient balancer, Consumer<String> told) {
        this.nodes = List.copyOf(nodes);
        this.balancer = balancer;
        this.told = told;
        // a thread for each: one that hangs must not delay the others
        this.clock = Executors.newScheduledThreadPool(Math.max(1, nodes.size()), work -> {
            Thread thread = new Thread(work, "health");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        for (URI node : nodes) {
            var unused = clock.scheduleWithFixedDelay(() -> check(node), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void check(URI node) {
        boolean ready = isReady(node);
        if (ready && inService.add(node)) {
            balancer.addHost(node);
            told.accept(node + " is in service");
        } else if (!ready && inService.remove(node)) {
            balancer.removeHost(node);
            told.accept(node + " is out of service");
        }
    }

    private static boolean isReady(URI node) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) node.resolve("/health/ready").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    List<URI> inService() {
        return nodes.stream().filter(inService::contains).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
