package org.consilium.server.session;

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

/** Runs scripts in Redis within a deadline, which counts only the time in which this process could read the answer. */
final class RedisScripts {
    /** With the time that the application needs, a person gets an answer within a second. */
    private static final Duration PATIENCE = Duration.ofMillis(850);

    private static final Logger LOG = Logger.getLogger(RedisScripts.class.getName());

    private final RScript redis;
    private final Outage outage = new Outage();
    private final ProcessClock clock = Redis.clock();

    RedisScripts(RedissonClient client) {
        redis = client.getScript(ByteArrayCodec.INSTANCE);
    }

    /** The answer of a script that returns a list, each part an array of bytes. */
    List<byte[]> list(Script script, List<Object> keys, Object... arguments) {
        return await(this.<List<byte[]>>begin(script, RScript.ReturnType.LIST, keys, arguments));
    }

    /** The answer of a script that returns a number. */
    long number(Script script, List<Object> keys, Object... arguments) {
        return await(this.<Long>begin(script, RScript.ReturnType.LONG, keys, arguments));
    }

    /** Sends it and does not wait: what comes of it is of no interest to the request. */
    void send(Script script, List<Object> keys, Object... arguments) {
        if (outage.mayTry()) {
            leave(eval(script, RScript.ReturnType.LONG, keys, arguments));
        }
    }

    /** Lets an answer come when it comes: what is lost with it, a later use or the sweep puts right. */
    static void leave(CompletableFuture<?> answer) {
        if (answer.isCompletedExceptionally()) {
            LOG.fine("not sent to Redis");
        }
    }

    /** Waits for an answer of Redis. */
    <T> T await(CompletableFuture<T> answer) {
        try {
            T value = clock.await(answer, PATIENCE);
            outage.answered();
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            outage.failed();
            throw new StoreUnavailableException("Redis does not answer", e);
        }
    }

    /** A number or a text as Redis wants it. */
    static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T> CompletableFuture<T> begin(
            Script script, RScript.ReturnType type, List<Object> keys, Object... arguments) {
        if (!outage.mayTry()) {
            throw new StoreUnavailableException("Redis is away");
        }
        return eval(script, type, keys, arguments);
    }

    private <T> CompletableFuture<T> eval(
            Script script, RScript.ReturnType type, List<Object> keys, Object... arguments) {
        return redis.<T>evalAsync(RScript.Mode.READ_WRITE, script.text(), type, keys, arguments)
                .toCompletableFuture();
    }
}
