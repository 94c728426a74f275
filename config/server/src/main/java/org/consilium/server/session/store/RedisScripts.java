package org.consilium.server.session.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import org.consilium.server.redis.ProcessClock;
import org.consilium.server.redis.Redis;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Runs scripts in Redis with a timeout that counts only the time in which this process could read the answer. */
final class RedisScripts {
    /** With the time that the application needs, a person gets an answer within a second. */
    private static final Duration TIMEOUT = Duration.ofMillis(850);

    private static final Logger LOG = Logger.getLogger(RedisScripts.class.getName());

    private final RScript redis;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private final ProcessClock clock = Redis.clock();

    RedisScripts(RedissonClient client) {
        redis = client.getScript(ByteArrayCodec.INSTANCE);
    }

    /** Runs a script that returns a list, each element an array of bytes. */
    List<byte[]> list(Script script, List<Object> keys, Object... arguments) {
        return await(this.<List<byte[]>>begin(script, RScript.ReturnType.LIST, keys, arguments));
    }

    /** Runs a script that returns a number. */
    long number(Script script, List<Object> keys, Object... arguments) {
        return await(this.<Long>begin(script, RScript.ReturnType.LONG, keys, arguments));
    }

    /** Sends a script without waiting for its result. */
    void send(Script script, List<Object> keys, Object... arguments) {
        if (breaker.allowsCall()) {
            ignore(eval(script, RScript.ReturnType.LONG, keys, arguments));
        }
    }

    /** Does not wait for an answer. If the command is lost, a later use of the session or the sweep makes up for it. */
    static void ignore(CompletableFuture<?> answer) {
        if (answer.isCompletedExceptionally()) {
            LOG.fine("not sent to Redis");
        }
    }

    /** Waits for an answer from Redis. */
    <T> T await(CompletableFuture<T> answer) {
        try {
            T value = clock.await(answer, TIMEOUT);
            breaker.succeeded();
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            breaker.failed();
            throw new StoreUnavailableException("Redis does not answer", e);
        }
    }

    /** A number or a text in the form that Redis stores. */
    static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private <T> CompletableFuture<T> begin(
            Script script, RScript.ReturnType type, List<Object> keys, Object... arguments) {
        checkCircuit();
        return eval(script, type, keys, arguments);
    }

    /** @throws StoreUnavailableException if Redis is known to be down */
    void checkCircuit() {
        if (!breaker.allowsCall()) {
            throw new StoreUnavailableException("Redis is down");
        }
    }

    private <T> CompletableFuture<T> eval(
            Script script, RScript.ReturnType type, List<Object> keys, Object... arguments) {
        return redis.<T>evalAsync(RScript.Mode.READ_WRITE, script.text(), type, keys, arguments)
                .toCompletableFuture();
    }
}
