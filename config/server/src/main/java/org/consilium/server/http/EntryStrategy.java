package org.consilium.server.http;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the {@link EntryFilter} into the listener before its first connection is served. The I/O strategy is the only
 * class of ours that the configuration of a Payara listener can name ({@code io-strategy} in domain.xml) and that runs
 * before any request. It delegates everything else to Grizzly's default strategy.
 */
@SuppressWarnings("rawtypes") // Grizzly's interface uses raw types
public final class EntryStrategy implements IOStrategy {
    private static final EntryStrategy INSTANCE = new EntryStrategy();

    // static, because Grizzly creates the object
    private static volatile @Nullable EntryFilter filter;
    private static volatile @Nullable Transport listening;

    private final WorkerThreadIOStrategy strategy = WorkerThreadIOStrategy.getInstance();

    private EntryStrategy() {}

    /** Called by Grizzly, which finds it by name. */
    public static EntryStrategy getInstance() {
        return INSTANCE;
    }

    /** Sets the filter; must be called before Payara starts. */
    public static void guardWith(EntryFilter entry) {
        filter = entry;
    }

    /** Stops accepting connections; open connections stay. */
    public static void stopAccepting() {
        if (listening instanceof TCPNIOTransport tcp) {
            tcp.unbindAll();
        }
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
        prepare(connection.getTransport());
        return strategy.executeIoEvent(connection, event);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled) throws IOException {
        prepare(connection.getTransport());
        return strategy.executeIoEvent(connection, event, enabled);
    }

    @Override
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return strategy.getThreadPoolFor(connection, event);
    }

    @Override
    public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        return strategy.createDefaultWorkerPoolConfig(transport);
    }

    private static void prepare(Transport transport) {
        if (!Objects.equals(listening, transport)) {
            insert(transport);
        }
    }

    private static synchronized void insert(Transport transport) {
        if (Objects.equals(listening, transport)) {
            return;
        }
        FilterChain chain = (FilterChain) transport.getProcessor();
        EntryFilter entry = Objects.requireNonNull(filter, "guardWith was not called");
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i) instanceof HttpServerFilter server) {
                server.getMonitoringConfig().addProbes(new ContainerProbe(entry));
                chain.add(i, entry);
                break;
            }
        }
        // behind the transport's own filter
        chain.add(1, entry.receptionFilter());
        listening = transport;
    }
}
