package org.consilium.local.redis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.util.SafeEncoder;

/** One connection to a Redis server, for any command, given as words. Not for concurrent use. */
public final class RedisConnection implements AutoCloseable {
    private final Connection connection;

    RedisConnection(HostAndPort address, JedisClientConfig config) {
        this.connection = new Connection(address, config);
    }

    /**
     * Sends a command and waits for the reply.
     *
     * @return a String, a Long, a List of replies, or null
     * @throws redis.clients.jedis.exceptions.JedisDataException if Redis refuses the command
     * @throws redis.clients.jedis.exceptions.JedisConnectionException if there is no reply within 5 s
     */
    public @Nullable Object send(String... words) {
        connection.sendCommand(() -> SafeEncoder.encode(words[0]), Arrays.copyOfRange(words, 1, words.length));
        return next();
    }

    /**
     * Waits for a reply to an earlier command, such as the next line after MONITOR.
     *
     * @throws redis.clients.jedis.exceptions.JedisConnectionException if there is none within 5 s
     */
    public @Nullable Object next() {
        return SafeEncoder.encodeObject(connection.getOne());
    }

    /** Sends a command and returns the reply as text, or null if there is nothing. */
    public @Nullable String text(String... words) {
        Object reply = send(words);
        return reply == null ? null : reply.toString();
    }

    @Override
    public void close() {
        connection.close();
    }
}
