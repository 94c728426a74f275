package org.consilium.server.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * The sessions that this node has lately found to belong to somebody who is signed in. A cookie alone is cheap to make
 * up: it counts only after the session behind it has been read. Until then, on each node, its bearer is a stranger.
 *
 * <p>A table of fixed size: of two sessions that fall on one place the latter is remembered. Neither an id nor its hash
 * stays: an entry is a part of a keyed mix of the id, and the minute at which it was noted.
 */
public final class SignedIn {
    private static final int PLACES = 1 << 15;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long KEPT_MINUTES = 30;
    private static final int MINUTE_BITS = 16;
    private static final long MINUTES = (1L << MINUTE_BITS) - 1;

    private final AtomicLongArray places = new AtomicLongArray(PLACES);
    private final LongSupplier clock;
    private final long begin;
    private final long key;

    SignedIn(LongSupplier clock, long key) {
        this.clock = clock;
        this.key = key;
        begin = clock.getAsLong();
    }

    /** Somebody is signed in by the session with this id. */
    public void note(String id) {
        long mark = mark(id);
        places.set(place(mark), entry(mark, minute()));
    }

    /** Nobody is any more. */
    public void forget(String id) {
        long mark = mark(id);
        if (holds(mark)) {
            places.set(place(mark), 0);
        }
    }

    /** Whether one of the cookies in this header belongs to such a session, whatever its name. */
    boolean knows(String cookies) {
        int from = 0;
        while (from < cookies.length()) {
            int end = cookies.indexOf(';', from);
            end = end < 0 ? cookies.length() : end;
            int equals = cookies.indexOf('=', from);
            if (equals >= 0
                    && equals < end
                    && holds(mark(cookies.substring(equals + 1, end).strip()))) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private boolean holds(long mark) {
        long found = places.get(place(mark));
        long age = (minute() - (found & MINUTES)) & MINUTES;
        return found != 0 && found == entry(mark, found & MINUTES) && age <= KEPT_MINUTES;
    }

    private long minute() {
        return ((clock.getAsLong() - begin) / MINUTE + 1) & MINUTES;
    }

    private static long entry(long mark, long minute) {
        return (mark & ~MINUTES) | minute;
    }

    private static int place(long mark) {
        return (int) (mark >>> (Long.SIZE - Integer.numberOfTrailingZeros(PLACES)));
    }

    /** Polynomial in an odd random key, and the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private long mark(String id) {
        long mix = key;
        for (int i = 0; i < id.length(); i++) {
            mix = (mix + id.charAt(i)) * (key | 1);
        }
        mix = (mix ^ (mix >>> 30)) * 0xbf58476d1ce4e5b9L;
        mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
        return mix ^ (mix >>> 31);
    }
}
