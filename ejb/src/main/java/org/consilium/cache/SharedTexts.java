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
        return ask(names).orElse(Map.of());
    }

    private Optional<Map<String, String>> ask(Collection<String> names) {
        return await(() -> redis.getBuckets(StringCodec.INSTANCE).getAsync(names.toArray(String[]::new)));
    }

    private static <T> Optional<T> await(Supplier<RFuture<T>> asked) {
        try {
            return Optional.ofNullable(
                    asked.get().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RedisException unreachable) {
            LOG.log(Level.FINE, "nothing is known, as Redis does not answer", unreachable);
        }
        return Optional.empty();
    }

    /**
     * Whether there is nothing under any of these names, for certain: a Redis that does not answer may know something.
     */
    public boolean areUnknown(Collection<String> names) {
        return ask(names).filter(Map::isEmpty).isPresent();
    }

    /** Leaves a word under each of these names, and comes back when it is there, or Redis does not answer. */
    public void note(Collection<String> names, Duration kept) {
        RBatch batch = redis.createBatch();
        names.forEach(name -> {
            var unused = batch.<String>getBucket(name, StringCodec.INSTANCE).setAsync("", kept);
        });
        if (await(batch::executeAsync).isEmpty()) {
            LOG.warning("a change is not noted: for a moment, some may see what was before it");
        }
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
