package org.consilium.local.redis;

import java.util.Optional;
import org.consilium.local.process.Ports;
import org.consilium.local.tls.PemFiles;

/**
 * The settings of one Redis server.
 *
 * @param name also the name of its log and its folder
 * @param persistent whether it keeps its data; otherwise each start is empty
 * @param certificates if present, it accepts TLS only
 * @param primary if present, it is a replica of that server
 * @param cluster whether it belongs to a {@link RedisCluster}
 */
public record RedisSettings(
        String name,
        int port,
        boolean persistent,
        Optional<PemFiles> certificates,
        Optional<Primary> primary,
        boolean cluster) {
    /** The application's user. */
    public static final String USER = "consilium";
    /** The user with all rights, for administration and for replicas. */
    public static final String ADMINISTRATOR = "administrator";

    public static final String DEFAULT_NAME = "redis";

    /** The address of a primary. All servers of a workspace have the same users and passwords. */
    public record Primary(String host, int port) {}

    /** The settings of the run command: persistent, on a free port, without TLS. */
    public static RedisSettings defaults() {
        return named(DEFAULT_NAME);
    }

    /** The same settings under another name, for a second server in the workspace. */
    public static RedisSettings named(String name) {
        return new RedisSettings(name, Ports.free(), true, Optional.empty(), Optional.empty(), false);
    }

    public RedisSettings withPort(int other) {
        return new RedisSettings(name, other, persistent, certificates, primary, cluster);
    }

    /** A copy whose data is lost when it ends. */
    public RedisSettings withoutPersistence() {
        return new RedisSettings(name, port, false, certificates, primary, cluster);
    }

    /** A copy that accepts TLS only; servers that connect to each other must all use TLS, or none. */
    public RedisSettings withTls(PemFiles files) {
        return new RedisSettings(name, port, persistent, Optional.of(files), primary, cluster);
    }

    /** A copy that is a replica of another server of the same workspace. */
    public RedisSettings replicaOf(String host, int primaryPort) {
        return new RedisSettings(
                name, port, persistent, certificates, Optional.of(new Primary(host, primaryPort)), cluster);
    }

    RedisSettings inCluster() {
        return new RedisSettings(name, port, persistent, certificates, primary, true);
    }
}
