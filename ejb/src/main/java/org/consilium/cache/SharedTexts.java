package org.consilium.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

/**
 * Short texts that all nodes see, each under a name. None may be a secret or say something of a patient, and any may be
 * gone at any moment: a Redis that does not answer in time is the same as one that knows nothing.
 */
@ApplicationScoped
public class SharedTexts {

    private static final Logger LOG = Logger.getLogger(SharedTexts.class.getName());

    /** A page rather asks the database than waits longer. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Inject
    private RedissonClient redis;

    /** What is known under these names; the others are left out. */
    public Map<String, String> find(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        try {
            return redis.getBuckets(StringCodec.INSTANCE)
                    .<String>getAsync(names.toArray(String[]::new))
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RedisException unreachable) {
            LOG.log(Level.FINE, "nothing is known, as Redis does not answer", unreachable);
        }
        return Map.of();
    }

    /** Keeps a text in the place of another; nobody waits for it. */
    public void keep(String name, String text, Duration kept) {
        try {
            bucket(name).setAsync(text, kept).whenComplete((done, failure) -> tell(failure));
        } catch (RedisException unreachable) {
            tell(unreachable);
        }
    }

    /** Keeps a text where there is none; nobody waits for it. */
    void keepNew(String name, String text, Duration kept) {
        try {
            bucket(name).setIfAbsentAsync(text, kept).whenComplete((done, failure) -> tell(failure));
        } catch (RedisException unreachable) {
            tell(unreachable);
        }
    }

    private RBucket<String> bucket(String name) {
        return redis.getBucket(name, StringCodec.INSTANCE);
    }

    private static void tell(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, failure, () -> "a text is not shared: " + failure.getMessage());
        }
    }
}
