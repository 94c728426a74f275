package org.consilium.local.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.local.process.BackEnd;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/** A Redis Cluster of several primaries, each with a part of the keys, like the session store of a large system. */
public final class RedisCluster implements BackEnd {
    private static final int SLOTS = 16_384;
    /** The port of the cluster bus is higher than that of the server by this number. */
    private static final int BUS_OFFSET = 10_000;

    private final List<RedisServer> servers;

    private RedisCluster(List<RedisServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Starts empty primaries, {@code redis-1} and so on; {@link #awaitReady()} makes them a cluster. */
    public static RedisCluster start(Workspace workspace, int primaries) {
        return start(workspace, primaries, settings -> settings);
    }

    /**
     * Starts empty primaries with other settings.
     *
     * @param change applied to the settings of each, such as {@code settings -> settings.withTls(files)}
     */
    public static RedisCluster start(Workspace workspace, int primaries, UnaryOperator<RedisSettings> change) {
        List<RedisServer> started = new ArrayList<>();
        for (int number = 1; number <= primaries; number++) {
            RedisSettings settings = RedisSettings.named(RedisSettings.DEFAULT_NAME + "-" + number)
                    .withPort(Ports.freeWith(BUS_OFFSET))
                    .withoutPersistence()
                    .inCluster();
            deleteClusterFile(workspace, settings);
            started.add(RedisServer.start(workspace, change.apply(settings)));
        }
        return new RedisCluster(started);
    }

    /** A killed server finds the others again by its file of the cluster; a new cluster must not have one. */
    private static void deleteClusterFile(Workspace workspace, RedisSettings settings) {
        try {
            Files.deleteIfExists(workspace.folder(settings.name()).resolve(RedisConfiguration.CLUSTER_FILE));
        } catch (IOException e) {
            throw StartException.of("start a new cluster", e);
        }
    }

    @Override
    public String title() {
        return "session store, a cluster of " + servers.size();
    }

    @Override
    public void awaitReady() {
        servers.forEach(RedisServer::awaitReady);
        for (int i = 0; i < servers.size(); i++) {
            join(i);
        }
        for (RedisServer server : servers) {
            server.awaitReply("cluster_known_nodes:" + servers.size(), "CLUSTER", "INFO");
            server.awaitReply("cluster_state:ok", "CLUSTER", "INFO");
        }
    }

    private void join(int index) {
        try (RedisConnection connection = servers.get(index).connect()) {
            // if two servers had the same epoch, they would have to settle it by vote
            connection.send("CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(index + 1));
            connection.send(slotsOf(index));
            connection.send(
                    "CLUSTER",
                    "MEET",
                    Ports.LOOPBACK,
                    String.valueOf(servers.get(0).port()));
        }
    }

    private String[] slotsOf(int index) {
        List<String> words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        int count = servers.size();
        IntStream.range(SLOTS * index / count, SLOTS * (index + 1) / count).forEach(slot -> words.add("" + slot));
        return words.toArray(String[]::new);
    }

    public List<RedisServer> servers() {
        return servers;
    }

    @Override
    public Map<String, String> properties() {
        String urls = servers.stream().map(RedisServer::url).collect(Collectors.joining(","));
        return RedisServer.properties(urls, servers.get(0).password());
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }
}
