package org.consilium.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers values on this node for a moment: only what may be out of date for as long.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class NodeMemory<K, V> {

    private static final int MAX_REMEMBERED = 50_000;

    private final Duration ttl;
    private final Map<K, Remembered<V>> remembered = new ConcurrentHashMap<>();

    /** @param ttl how long a value may be out of date */
    public NodeMemory(Duration ttl) {
        this.ttl = ttl;
    }

    private record Remembered<V>(V value, Instant until) {}

    /** The value, if it is remembered. */
    public Optional<V> find(K key, Clock clock) {
        Remembered<V> known = remembered.get(key);
        return known != null && clock.instant().isBefore(known.until()) ? Optional.of(known.value()) : Optional.empty();
    }

    /** Remembers a value, which was read at this moment or later. */
    public void remember(K key, V value, Instant read) {
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.values().removeIf(old -> read.isAfter(old.until()));
        }
        remembered.put(key, new Remembered<>(value, read.plus(ttl)));
    }

    public void forget(K key) {
        remembered.remove(key);
    }
}
