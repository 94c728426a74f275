package org.consilium.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls to services, and runs those again that the database did not let succeed. Each attempt has a
 * transaction of its own, inside the one that the container has begun for the call, which is never used.
 *
 * <p>Only a call with the same effect however often it is made is run again: one that reads, one that carries the key
 * of its form, by which a second attempt finds what the first may have written, and one that sets something to a value.
 * The attempts are few, with short random pauses. A lost connection is replaced only if it was noticed at once: whoever
 * has waited for a server that swallows everything is not made to wait again.
 *
 * <p>If the primary fails a call that reads, or is known to be down, a replica answers it, including who may read what.
 * As long as the primary is down, nobody can withdraw a permission there.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class.getName());

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 20L;

    @Inject
    private NewTransaction transaction;

    @Inject
    private Replicas replicas;

    @Resource
    private TransactionSynchronizationRegistry current;

    /** How often a call may be made without changing its effect. */
    public enum Effect {
        /** Each time has an effect of its own. */
        EACH,
        /** Only the first time has an effect. */
        ONCE,
        /** It has none that others see. */
        NONE
    }

    /** Makes a call; one that is part of another runs in that one's transaction. */
    public @Nullable Object run(Effect effect, Callable<?> call) throws Exception {
        if (Route.current() != null) {
            return call.call();
        }
        Route route = Route.open();
        try {
            route.begin(effect == Effect.NONE && CircuitBreaker.PRIMARY.isOpen() ? replicas.next() : null);
            return attempts(effect, call, route);
        } finally {
            Route.close();
        }
    }

    private @Nullable Object attempts(Effect effect, Callable<?> call, Route route) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return current.getTransactionKey() == null ? call.call() : transaction.run(call);
            } catch (Exception failure) {
                Failure kind = Failure.of(failure);
                if (kind == Failure.OTHER || attempt == ATTEMPTS || effect == Effect.EACH) {
                    throw failure;
                }
                if (Failure.isTimeout(failure)) {
                    Route.hasTimedOut();
                }
                if (!mayGoOn(kind, effect, route, attempt)) {
                    throw failure;
                }
                LOG.log(Level.INFO, failure, () -> "run again: " + kind);
            }
            pause(attempt);
        }
    }

    private boolean mayGoOn(Failure kind, Effect effect, Route route, int attempt) {
        if (kind == Failure.CONFLICT) {
            return true;
        }
        boolean replicaFailed = route.hasReplicaFailed();
        boolean primaryDown = CircuitBreaker.PRIMARY.isOpen();
        boolean isReplaced = kind == Failure.OUTAGE && !route.isTimedOut();
        Replica other = null;
        if (effect == Effect.NONE && !replicaFailed && !(isReplaced && attempt == 1 && !primaryDown)) {
            other = replicas.next();
        }
        route.begin(other);
        return other != null || (!primaryDown && (replicaFailed || isReplaced));
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, 2 * PAUSE_MILLIS) * attempt);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
