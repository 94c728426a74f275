package org.consilium.local.redis;

import java.util.Optional;
import org.consilium.local.Ports;
import org.consilium.local.tls.PemFiles;

/**
 * How one Redis is to run.
 *
 * @param name also the name of its log and of its folder
 * @param persistent whether its data outlive it; otherwise it starts empty each time
 * @param certificates with them it speaks TLS, and nothing else
 * @param primary whose replica it is
 * @param cluster whether it is one of a {@link RedisCluster}
 */
public record RedisSettings(
        String name,
        int port,
        boolean persistent,
        Optional<PemFiles> certificates,
        Optional<Primary> primary,
        boolean cluster) {
    public static final String DEFAULT_NAME = "redis";

    /** Where a primary listens; it has the same user and password, as servers of one workspace have. */
    public record Primary(String host, int port) {}

    /** As the run command has it: plain, on a free port, and its data are kept. */
    public static RedisSettings kept() {
        return named(DEFAULT_NAME);
    }

    /** The same under another name, for a second server in one workspace. */
    public static RedisSettings named(String name) {
        return new RedisSettings(name, Ports.free(), true, Optional.empty(), Optional.empty(), false);
    }

    public RedisSettings withPort(int other) {
        return new RedisSettings(name, other, persistent, certificates, primary, cluster);
    }

    /** Keeps nothing: each start is empty. */
    public RedisSettings withoutPersistence() {
        return new RedisSettings(name, port, false, certificates, primary, cluster);
    }

    /** Speaks TLS only; with several servers that know each other, all of them must. */
    public RedisSettings withTls(PemFiles files) {
        return new RedisSettings(name, port, persistent, Optional.of(files), primary, cluster);
    }

    /** Follows another server of the same workspace. */
    public RedisSettings replicaOf(String host, int primaryPort) {
        return new RedisSettings(
                name, port, persistent, certificates, Optional.of(new Primary(host, primaryPort)), cluster);
    }

    RedisSettings inCluster() {
        return new RedisSettings(name, port, persistent, certificates, primary, true);
    }
}
