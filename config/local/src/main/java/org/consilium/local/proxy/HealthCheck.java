package org.consilium.local.proxy;

import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.consilium.local.process.HttpProbe;

/** Checks every node twice a second: one failure takes it out of service, one success brings it back. */
final class HealthCheck implements AutoCloseable {
    private static final int PERIOD_MILLIS = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<URI> nodes;
    private final LoadBalancingProxyClient balancer;
    private final Consumer<String> listener;
    private final Set<URI> inService = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler;

    HealthCheck(List<URI> nodes, LoadBalancingProxyClient balancer, Consumer<String> listener) {
        this.nodes = List.copyOf(nodes);
        this.balancer = balancer;
        this.listener = listener;
        // one thread per node: a node that hangs must not delay the check of the others
        this.scheduler = Executors.newScheduledThreadPool(
                Math.max(1, nodes.size()),
                Thread.ofPlatform().daemon().name("health").factory());
    }

    void start() {
        for (URI node : nodes) {
            var unused = scheduler.scheduleWithFixedDelay(() -> check(node), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void check(URI node) {
        boolean ready = HttpProbe.isOk(node.resolve("/health/ready"), TIMEOUT);
        if (ready && inService.add(node)) {
            balancer.addHost(node);
            listener.accept(node + " is in service");
        } else if (!ready && inService.remove(node)) {
            balancer.removeHost(node);
            listener.accept(node + " is out of service");
        }
    }

    List<URI> inService() {
        return nodes.stream().filter(inService::contains).toList();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
