package org.consilium.server.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * The sessions in which this node has recently found somebody signed in. Anybody can make up a cookie: it counts only
 * after its session has been read. Until then, on each node, the sender is a stranger.
 *
 * <p>A table of fixed size: of two sessions with the same slot, the later one is remembered. It contains no ids and no
 * plain hashes of them: an entry is part of a keyed hash of the id, and the minute at which it was noted.
 */
public final class SignedIn {
    private static final int SLOTS = 1 << 15;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long TTL_MINUTES = 30;
    private static final int MINUTE_BITS = 16;
    private static final long MINUTE_MASK = (1L << MINUTE_BITS) - 1;

    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
    private final LongSupplier clock;
    private final long begin;
    private final long key;

    SignedIn(LongSupplier clock, long key) {
        this.clock = clock;
        this.key = key;
        begin = clock.getAsLong();
    }

    /** Somebody is signed in with the session by this id. */
    public void note(String id) {
        long hash = hash(id);
        slots.set(slot(hash), entry(hash, minute()));
    }

    /** Nobody is signed in with this session any longer. */
    public void forget(String id) {
        long hash = hash(id);
        if (contains(hash)) {
            slots.set(slot(hash), 0);
        }
    }

    /** Whether one of the cookies in this header is the id of such a session. */
    boolean knows(String cookies) {
        int from = 0;
        while (from < cookies.length()) {
            int end = cookies.indexOf(';', from);
            end = end < 0 ? cookies.length() : end;
            int equals = cookies.indexOf('=', from);
            if (equals >= 0
                    && equals < end
                    && contains(hash(cookies.substring(equals + 1, end).strip()))) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private boolean contains(long hash) {
        long found = slots.get(slot(hash));
        long age = (minute() - (found & MINUTE_MASK)) & MINUTE_MASK;
        return found != 0 && found == entry(hash, found & MINUTE_MASK) && age <= TTL_MINUTES;
    }

    private long minute() {
        return ((clock.getAsLong() - begin) / MINUTE + 1) & MINUTE_MASK;
    }

    private static long entry(long hash, long minute) {
        return (hash & ~MINUTE_MASK) | minute;
    }

    private static int slot(long hash) {
        return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
    }

    /** A polynomial in an odd random key, with the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private long hash(String id) {
        long mix = key;
        for (int i = 0; i < id.length(); i++) {
            mix = (mix + id.charAt(i)) * (key | 1);
        }
        mix = (mix ^ (mix >>> 30)) * 0xbf58476d1ce4e5b9L;
        mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
        return mix ^ (mix >>> 31);
    }
}
