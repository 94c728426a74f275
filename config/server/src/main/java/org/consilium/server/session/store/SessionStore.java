package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/** The sessions in Redis, and the leases on them. */
public final class SessionStore {
    /**
     * Redis keeps a session for longer than it may be idle, so that the application can be told that it has expired.
     */
    private static final Duration GRACE = Duration.ofMinutes(10);
    /** The time of the last use is updated no more often than this. */
    private static final Duration USE_INTERVAL = Duration.ofSeconds(5);

    private static final Duration LEASE_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_PAUSE_MILLIS = 16;
    private static final byte[] NONE = new byte[0];

    private final SessionPolicy policy;
    private final RedisScripts scripts;
    private final LeaseRenewal leases;

    /** Whether reading a session counts as a use, which postpones its expiry. */
    public enum Use {
        NOTED,
        UNNOTED
    }

    public SessionStore(RedissonClient client, SessionPolicy policy) {
        this.policy = policy;
        scripts = new RedisScripts(client);
        leases = new LeaseRenewal(scripts);
        leases.start();
    }

    /** Renews no more leases. */
    public void close() {
        leases.stop();
    }

    /** Reads a session without a lease. */
    public Optional<StoredSession> read(SessionKey key, Use use) {
        List<byte[]> answer = load(key, NONE, use);
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
        long saved = scripts.number(Script.SAVE, keys(changes.lease().key()), arguments(changes, release));
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

    private Object[] arguments(SessionChanges changes, boolean release) {
        List<Object> values = values(changes);
        List<Object> arguments = new ArrayList<>(List.of(
                changes.lease().token(),
                bytes(changes.base()),
                bytes(release ? 1 : 0),
                bytes(Lease.TTL.toMillis()),
                bytes(changes.maxInactive() > 0 ? changes.maxInactive() * 1000L + GRACE.toMillis() : -1),
                bytes(values.size())));
        arguments.addAll(values);
        changes.properties().removed().forEach(field -> arguments.add(bytes(field)));
        changes.removedAttributes().forEach(field -> arguments.add(bytes(field)));
        return arguments.toArray();
    }

    /** Field, value, ...; the version comes first. */
    private List<Object> values(SessionChanges changes) {
        List<Object> values = new ArrayList<>(List.of(bytes(StoredSession.VERSION), bytes(changes.version())));
        FieldCipher cipher = policy.cipher().of(changes.lease().key());
        for (Map<String, byte[]> fields : List.of(changes.properties().fields(), changes.attributes())) {
            fields.forEach((field, value) -> {
                values.add(bytes(field));
                values.add(StoredSession.isSecret(field) ? cipher.encrypt(field, value) : value);
            });
        }
        return values;
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

    /** Ends a session on all nodes, even if another request has the lease on it. */
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
                bytes(GRACE.toMillis()));
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
