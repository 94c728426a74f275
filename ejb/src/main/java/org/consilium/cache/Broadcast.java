package org.consilium.cache;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.api.listener.BaseStatusListener;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

/**
 * Tells every node something short, this one too. Nobody waits for it and it may get lost with Redis: whoever listens
 * must have another way to learn of what it missed.
 */
@ApplicationScoped
public class Broadcast {

    private static final Logger LOG = Logger.getLogger(Broadcast.class.getName());

    private static final String CHANNEL = "consilium:notices";

    @Inject
    private RedissonClient redis;

    private final List<Integer> listening = new CopyOnWriteArrayList<>();

    /**
     * Sends a text to all nodes, once texts that belong to it are stored.
     *
     * @param texts by name, as {@link SharedTexts#find} finds them for as long as {@code kept}
     */
    public void send(String text, Map<String, String> texts, Duration kept) {
        try {
            store(texts, kept).whenComplete((stored, failure) -> publish(text, failure));
        } catch (RedisException unreachable) {
            tell(unreachable);
        }
    }

    private CompletionStage<?> store(Map<String, String> texts, Duration kept) {
        RBatch batch = redis.createBatch();
        texts.forEach((name, text) -> {
            var unused = batch.<String>getBucket(name, StringCodec.INSTANCE).setAsync(text, kept);
        });
        return batch.executeAsync();
    }

    private void publish(String text, @Nullable Throwable failure) {
        tell(failure);
        var unused = topic().publishAsync(text).whenComplete((receivers, unpublished) -> tell(unpublished));
    }

    private static void tell(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, failure, () -> "open pages learn of a change later: " + failure.getMessage());
        }
    }

    /**
     * From now on the listener gets what any node sends, on a thread that must not be kept waiting.
     *
     * @param missed called when the connection to Redis was lost and is there again: something may have been missed
     */
    public void listen(Consumer<String> listener, Runnable missed) {
        listening.add(topic().addListener(String.class, (channel, text) -> listener.accept(text)));
        listening.add(topic().addListener(new BaseStatusListener() {
            @Override
            public void onSubscribe(String channel) {
                missed.run();
            }
        }));
    }

    /** The connection outlives the application. */
    @PreDestroy
    void leave() {
        topic().removeListener(listening.toArray(Integer[]::new));
    }

    private RTopic topic() {
        return redis.getTopic(CHANNEL, StringCodec.INSTANCE);
    }
}
