package org.consilium.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

/**
 * Short strings by name, shared by all nodes. None may be secret or about a patient, and any may vanish at any moment:
 * a Redis that does not answer in time counts as empty.
 */
@ApplicationScoped
public class SharedStrings {

    private static final Logger LOG = Logger.getLogger(SharedStrings.class.getName());

    /** After that, asking the database is faster than waiting. */
    private static final Duration TIMEOUT = Duration.ofMillis(300);

    @Inject
    private RedissonClient redis;

    /** The strings of these names; those that are absent are left out. */
    public Map<String, String> find(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return ask(names).orElse(Map.of());
    }

    private Optional<Map<String, String>> ask(Collection<String> names) {
        return await(() -> redis.getBuckets(StringCodec.INSTANCE).getAsync(names.toArray(String[]::new)));
    }

    private static <T> Optional<T> await(Supplier<RFuture<T>> asked) {
        try {
            return Optional.ofNullable(
                    asked.get().toCompletableFuture().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RedisException unreachable) {
            LOG.log(Level.FINE, "Redis does not answer: treated as empty", unreachable);
        }
        return Optional.empty();
    }

    /** Whether all of these names are certainly absent: while Redis does not answer, none is. */
    public boolean areAbsent(Collection<String> names) {
        return ask(names).filter(Map::isEmpty).isPresent();
    }

    /** Sets each of these names to an empty string, and returns once that is done or Redis does not answer in time. */
    public void flag(Collection<String> names, Duration ttl) {
        RBatch batch = redis.createBatch();
        names.forEach(name -> {
            var unused = batch.<String>getBucket(name, StringCodec.INSTANCE).setAsync("", ttl);
        });
        if (await(batch::executeAsync).isEmpty()) {
            LOG.warning("Redis does not answer: for a moment, some people may not see a change");
        }
    }

    /** Sets a string, without waiting for Redis. */
    public void put(String name, String text, Duration ttl) {
        try {
            bucket(name).setAsync(text, ttl).whenComplete((done, failure) -> logFailure(failure));
        } catch (RedisException unreachable) {
            logFailure(unreachable);
        }
    }

    private RBucket<String> bucket(String name) {
        return redis.getBucket(name, StringCodec.INSTANCE);
    }

    private static void logFailure(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, failure, () -> "a string is not shared: " + failure.getMessage());
        }
    }
}
