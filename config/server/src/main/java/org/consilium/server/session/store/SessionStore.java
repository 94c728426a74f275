package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.bytes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/** The sessions in Redis, and the leases on them. */
public final class SessionStore {
    /** The time of the last use is updated no more often than this. */
    private static final Duration USE_INTERVAL = Duration.ofSeconds(5);

    private static final Duration LEASE_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_PAUSE_MILLIS = 16;
    private static final byte[] NONE = new byte[0];

    private final SessionPolicy policy;
    private final SaveArguments arguments;
    private final RedisScripts scripts;
    private final LeaseRenewal leases;
    private final SessionSummaries summaries;

    /** Whether reading a session counts as a use, which postpones its expiry. */
    public enum Use {
        NOTED,
        UNNOTED
    }

    public SessionStore(RedissonClient client, SessionPolicy policy) {
        this.policy = policy;
        arguments = new SaveArguments(policy);
        scripts = new RedisScripts(client);
        leases = new LeaseRenewal(scripts);
        leases.start();
        summaries = new SessionSummaries(client, scripts, policy);
    }

    /** Renews no more leases. */
    public void close() {
        leases.stop();
    }

    public SessionSummaries summaries() {
        return summaries;
    }

    /** Reads a session without a lease. */
    public Optional<StoredSession> read(SessionKey key, Use use) {
        return read(key, load(key, NONE, use));
    }

    private Optional<StoredSession> read(SessionKey key, List<byte[]> answer) {
        return answer.isEmpty() ? Optional.empty() : StoredSession.of(answer, key, policy);
    }

    /**
     * Takes the lease and reads the session, waiting while another request has the lease.
     *
     * @throws StoreUnavailableException if Redis does not answer, or the other request does not end
     */
    public Optional<StoredSession> take(Lease lease, Use use) {
        long deadline = System.nanoTime() + LEASE_TIMEOUT.toNanos();
        int pause = 1;
        while (true) {
            List<byte[]> answer = load(lease.key(), lease.token(), use);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.size() > 1) {
                return taken(lease, answer);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StoreUnavailableException("another request keeps the session and does not end");
            }
            sleep(pause + ThreadLocalRandom.current().nextInt(pause + 1));
            pause = Math.min(MAX_PAUSE_MILLIS, 2 * pause);
        }
    }

    /** Takes the lease only if it is free; empty if it is not, or if there is no such session. */
    public Optional<StoredSession> tryTake(Lease lease) {
        List<byte[]> answer = load(lease.key(), lease.token(), Use.UNNOTED);
        if (answer.size() < 2) {
            return Optional.empty();
        }
        return taken(lease, answer);
    }

    private Optional<StoredSession> taken(Lease lease, List<byte[]> answer) {
        leases.add(lease);
        Optional<StoredSession> stored = StoredSession.of(answer, lease.key(), policy);
        if (stored.isEmpty()) {
            release(lease);
        }
        return stored;
    }

    public boolean exists(SessionKey key) {
        return scripts.number(Script.EXISTS, List.of(key.data())) > 0;
    }

    /**
     * Writes changes.
     *
     * @param release whether to release the lease
     * @return whether the session still exists; if it has ended in the meantime, nothing is written
     * @throws LeaseLostException if another request has written the session since it was loaded
     */
    public boolean save(SessionChanges changes, boolean release) {
        long saved = scripts.number(Script.SAVE, keys(changes.lease().key()), arguments.of(changes, release));
        if (release || saved < 0) {
            leases.remove(changes.lease());
        } else {
            leases.add(changes.lease());
        }
        if (saved < 0) {
            throw new LeaseLostException();
        }
        return saved > 0;
    }

    /** When a session may expire that is saved now, in milliseconds since 1970. */
    public long due(SessionChanges changes) {
        long now = System.currentTimeMillis();
        long end = (changes.began() == 0 ? now : changes.began())
                + policy.lifetime().toMillis();
        return changes.maxInactive() > 0 ? Math.min(end, now + changes.maxInactive() * 1000L) : end;
    }

    /** Waits for a command that was sent beside a save. */
    public void await(CompletableFuture<?> answer) {
        Object unused = scripts.await(answer);
    }

    /** Releases a lease without waiting for Redis. */
    public void release(@Nullable Lease lease) {
        if (lease != null && leases.remove(lease)) {
            scripts.send(Script.RELEASE, List.of(lease.key().lease()), lease.token(), bytes(0));
        }
    }

    /**
     * Ends a session on all nodes at once: a request that has the lease on it can save nothing any more.
     *
     * @return the session as it was, for the one caller that has ended it
     */
    public Optional<StoredSession> end(SessionKey key) {
        return read(key, scripts.list(Script.END, List.of(key.data())));
    }

    /** Removes a session for all nodes, even if another request has the lease on it. */
    public void remove(SessionKey key, @Nullable Lease lease) {
        if (lease != null) {
            leases.remove(lease);
        }
        long unused = scripts.number(Script.REMOVE, keys(key), lease == null ? NONE : lease.token());
    }

    private List<byte[]> load(SessionKey key, byte[] token, Use use) {
        return scripts.list(
                Script.LOAD,
                keys(key),
                token,
                bytes(Lease.TTL.toMillis()),
                bytes(use == Use.NOTED ? USE_INTERVAL.toMillis() : -1),
                bytes(policy.lifetime().toMillis()),
                bytes(SessionPolicy.GRACE.toMillis()));
    }

    private static List<Object> keys(SessionKey key) {
        return List.of(key.data(), key.lease());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
    }
}
