package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.consilium.limit.BusyException;

/**
 * Bounds how many passwords a node hashes at once. Each takes 19 MiB and a core for some 40 ms, so that half of the
 * cores are left to everything else; a few more wait briefly, in the order in which they came, and the rest is refused
 * at once.
 */
@ApplicationScoped
public class PasswordSlots {
    private static final int QUEUE_PER_SLOT = 8;
    private static final long MAX_WAIT_MILLIS = 1000;

    private final int slots;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    public PasswordSlots() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    PasswordSlots(int slots) {
        this.slots = slots;
        this.free = new Semaphore(slots, true);
    }

    /**
     * Makes a call that hashes.
     *
     * @throws BusyException when too many wait already, or after a second of waiting
     */
    <T> T use(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } finally {
            free.release();
        }
    }

    /** How many wait at the moment. */
    int waiting() {
        return waiting.get();
    }

    private void enter() {
        if (waiting.incrementAndGet() > slots * QUEUE_PER_SLOT) {
            waiting.decrementAndGet();
            throw new BusyException("password checks");
        }
        try {
            if (!free.tryAcquire(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new BusyException("password checks");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException("password checks");
        } finally {
            waiting.decrementAndGet();
        }
    }
}
