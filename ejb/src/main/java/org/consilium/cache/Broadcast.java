package org.consilium.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
 * Tells every node something short, this one too. Nobody waits for it. While Redis does not take it, it is kept here
 * and sent again; it may get lost with this node, so whoever listens must have another way to learn of what it missed.
 */
@ApplicationScoped
public class Broadcast {

    private static final Logger LOG = Logger.getLogger(Broadcast.class.getName());

    private static final int MOST_UNSENT = 10_000;

    private static final String CHANNEL = "consilium:notices";

    @Inject
    private RedissonClient redis;

    @Resource
    private ManagedScheduledExecutorService threads;

    private final List<Integer> listening = new CopyOnWriteArrayList<>();
    private final Queue<Sending> unsent = new ConcurrentLinkedQueue<>();

    private @Nullable Future<?> sending;

    private record Sending(String text, Map<String, String> texts, Duration kept) {}

    @PostConstruct
    void begin() {
        sending = threads.scheduleWithFixedDelay(this::sendAgain, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Sends a text to all nodes, once texts that belong to it are stored.
     *
     * @param texts by name, as {@link SharedTexts#find} finds them for as long as {@code kept}
     */
    public void send(String text, Map<String, String> texts, Duration kept) {
        send(new Sending(text, Map.copyOf(texts), kept));
    }

    private void send(Sending sending) {
        try {
            store(sending)
                    .thenCompose(stored -> topic().publishAsync(sending.text()))
                    .whenComplete((receivers, failure) -> check(sending, failure));
        } catch (RedisException unreachable) {
            check(sending, unreachable);
        }
    }

    private CompletionStage<?> store(Sending sending) {
        if (sending.texts().isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        RBatch batch = redis.createBatch();
        sending.texts().forEach((name, text) -> {
            var unused = batch.<String>getBucket(name, StringCodec.INSTANCE).setAsync(text, sending.kept());
        });
        return batch.executeAsync();
    }

    private void check(Sending sending, @Nullable Throwable failure) {
        if (failure != null && unsent.size() < MOST_UNSENT) {
            LOG.log(Level.FINE, "to be sent again", failure);
            unsent.add(sending);
        } else if (failure != null) {
            LOG.log(Level.WARNING, failure, () -> "open pages learn of a change later: " + failure.getMessage());
        }
    }

    private void sendAgain() {
        for (int left = unsent.size(); left > 0; left--) {
            Sending sending = unsent.poll();
            if (sending != null) {
                send(sending);
            }
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
        if (sending != null) {
            sending.cancel(true);
        }
        topic().removeListener(listening.toArray(Integer[]::new));
    }

    private RTopic topic() {
        return redis.getTopic(CHANNEL, StringCodec.INSTANCE);
    }
}
