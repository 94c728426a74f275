package org.consilium.account.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
    /**
     * With those that hash, two and a half for each processor: an overloaded node has room for three requests of
     * strangers for each, and keeps the rest for other pages.
     */
    private static final int QUEUE_PER_SLOT = 4;

    /** Longer than the whole queue takes unless the machine has other work as well. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final int slots;
    private final Duration maxWait;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    public PasswordSlots() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_WAIT);
    }

    PasswordSlots(int slots, Duration maxWait) {
        this.slots = slots;
        this.maxWait = maxWait;
        this.free = new Semaphore(slots, true);
    }

    /**
     * Makes a call that hashes.
     *
     * @throws BusyException when too many wait already, or after waiting too long
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
            if (!free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
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
