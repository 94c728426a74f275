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
 * Sends short messages to every node, this one included, without waiting. While Redis is unreachable they are kept here
 * and sent again; they are lost if this node dies, so listeners need another way to learn that they missed something.
 */
@ApplicationScoped
public class Broadcast {

    private static final Logger LOG = Logger.getLogger(Broadcast.class.getName());

    private static final int MAX_UNSENT = 10_000;

    private static final String CHANNEL = "consilium:notices";

    @Inject
    private RedissonClient redis;

    @Resource
    private ManagedScheduledExecutorService threads;

    private final List<Integer> listening = new CopyOnWriteArrayList<>();
    private final Queue<Sending> unsent = new ConcurrentLinkedQueue<>();

    private @Nullable Future<?> sending;

    private record Sending(String text, Map<String, String> strings, Duration ttl) {}

    @PostConstruct
    void begin() {
        sending = threads.scheduleWithFixedDelay(this::sendAgain, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Sends a message to all nodes, once the strings that belong to it are stored.
     *
     * @param strings by name, for {@link SharedStrings#find} to find until their {@code ttl} ends
     */
    public void send(String text, Map<String, String> strings, Duration ttl) {
        send(new Sending(text, Map.copyOf(strings), ttl));
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
        if (sending.strings().isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        RBatch batch = redis.createBatch();
        sending.strings().forEach((name, text) -> {
            var unused = batch.<String>getBucket(name, StringCodec.INSTANCE).setAsync(text, sending.ttl());
        });
        return batch.executeAsync();
    }

    private void check(Sending sending, @Nullable Throwable failure) {
        if (failure != null && unsent.size() < MAX_UNSENT) {
            LOG.log(Level.FINE, "not sent yet, will be retried", failure);
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
     * Gives the listener every message that any node sends from now on, on a thread that must not block.
     *
     * @param missed called after the connection to Redis was lost and restored: messages may have been missed
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

    /** Redisson belongs to the server, and outlives the application. */
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
