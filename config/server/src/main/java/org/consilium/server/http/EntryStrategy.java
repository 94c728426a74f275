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
 * Puts the {@link EntryFilter} into the listener before its first connection is served. The strategy of a transport is
 * the one class of our own that the configuration of a Payara listener can name ({@code io-strategy} in domain.xml) and
 * that runs before any request; everything else it leaves to Grizzly's default.
 */
@SuppressWarnings("rawtypes") // the interface of Grizzly has them
public final class EntryStrategy implements IOStrategy {
    private static final EntryStrategy INSTANCE = new EntryStrategy();

    // static, because it is Grizzly that creates the object
    private static volatile @Nullable EntryFilter filter;
    private static volatile @Nullable Transport listening;

    private final WorkerThreadIOStrategy strategy = WorkerThreadIOStrategy.getInstance();

    private EntryStrategy() {}

    /** Found by name: Grizzly creates a strategy through this method. */
    public static EntryStrategy getInstance() {
        return INSTANCE;
    }

    /** Names the filter; to be called before Payara starts. */
    public static void guardWith(EntryFilter entry) {
        filter = entry;
    }

    /** Stops accepting connections; those that are open stay. */
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
        EntryFilter entry = Objects.requireNonNull(filter, "guardWith comes first");
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i) instanceof HttpServerFilter server) {
                server.getMonitoringConfig().addProbes(new AnsweredProbe(entry));
                chain.add(i, entry);
                break;
            }
        }
        listening = transport;
    }
}
