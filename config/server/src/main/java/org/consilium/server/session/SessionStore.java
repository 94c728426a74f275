package org.consilium.server.session;

import static org.consilium.server.session.RedisScripts.bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/** The sessions in Redis, and the leases on them. */
final class SessionStore {
    /** What an orphaned lease may delay the next request; a lease that is in use is renewed. */
    static final Duration LEASE = Duration.ofMillis(2500);

    private static final Duration RENEWAL = Duration.ofMillis(700);
    /** Kept longer than it may lie unused, so that its end can be told to the application. */
    private static final Duration GRACE = Duration.ofMinutes(10);
    /** A use that is noted need not be noted again for so long. */
    private static final Duration NOTED = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_MILLIS = 16;
    private static final byte[] NONE = new byte[0];

    private final RedisScripts scripts;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final Thread renewal = new Thread(this::renew, "session-leases");

    SessionStore(RedissonClient client) {
        scripts = new RedisScripts(client);
        renewal.setDaemon(true);
        renewal.start();
    }

    /** Renews no lease any more. */
    void close() {
        renewal.interrupt();
    }

    /** Reads a session that will not be changed. */
    Optional<StoredSession> read(SessionKey key, Use use) {
        List<byte[]> answer = load(key, NONE, use);
        return answer.isEmpty() ? Optional.empty() : Optional.of(StoredSession.of(answer));
    }

    /**
     * Takes the lease and reads the session, waiting while another request has it.
     *
     * @throws StoreUnavailableException if Redis does not answer, or another request does not come to an end
     */
    Optional<StoredSession> take(Lease lease, Use use) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        int pause = 1;
        while (true) {
            List<byte[]> answer = load(lease.key(), lease.token(), use);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.size() > 1) {
                held.add(lease);
                return Optional.of(StoredSession.of(answer));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StoreUnavailableException("another request has the session and does not end");
            }
            sleep(pause + ThreadLocalRandom.current().nextInt(pause + 1));
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    /** Takes the lease only if it is free; empty if it is not, or if there is no such session. */
    Optional<StoredSession> tryTake(Lease lease) {
        List<byte[]> answer = load(lease.key(), lease.token(), Use.UNNOTED);
        if (answer.size() < 2) {
            return Optional.empty();
        }
        held.add(lease);
        return Optional.of(StoredSession.of(answer));
    }

    /** Whether a session is there at all. */
    boolean exists(SessionKey key) {
        return scripts.number(Script.EXISTS, List.of(key.data())) > 0;
    }

    /**
     * Writes what has changed.
     *
     * @return whether the session is still there; if it has been ended meanwhile, nothing is written
     * @throws LeaseLostException if another has written it since it was loaded
     */
    boolean save(SessionChanges changes, boolean release) {
        List<Object> fields = fields(changes);
        List<Object> arguments = new ArrayList<>(List.of(
                changes.lease().token(),
                bytes(changes.base()),
                bytes(release ? 1 : 0),
                bytes(LEASE.toMillis()),
                bytes(changes.maxInactive() > 0 ? changes.maxInactive() * 1000L + GRACE.toMillis() : -1),
                bytes(fields.size())));
        arguments.addAll(fields);
        changes.removed().forEach(field -> arguments.add(bytes(field)));
        changes.removedAttributes().forEach(field -> arguments.add(bytes(field)));
        long saved = scripts.number(Script.SAVE, keys(changes.lease().key()), arguments.toArray());
        if (release || saved < 0) {
            held.remove(changes.lease());
        } else {
            held.add(changes.lease());
        }
        if (saved < 0) {
            throw new LeaseLostException();
        }
        return saved > 0;
    }

    /** Field, value, and so on; the name of the save comes first. */
    private static List<Object> fields(SessionChanges changes) {
        List<Object> fields = new ArrayList<>(List.of(bytes(StoredSession.VERSION), bytes(changes.version())));
        changes.fields().forEach((field, value) -> {
            fields.add(bytes(field));
            fields.add(value);
        });
        changes.attributes().forEach((field, value) -> {
            fields.add(bytes(field));
            fields.add(value);
        });
        return fields;
    }

    /** Waits for what was sent beside a save. */
    void await(CompletableFuture<?> answer) {
        Object unused = scripts.await(answer);
    }

    /** Gives a lease back; the request does not wait for that. */
    void release(@Nullable Lease lease) {
        if (lease != null && held.remove(lease)) {
            scripts.send(Script.RELEASE, List.of(lease.key().lease()), lease.token(), bytes(0));
        }
    }

    /** Ends a session for all nodes, whoever has the lease on it. */
    void remove(SessionKey key, @Nullable Lease lease) {
        if (lease != null) {
            held.remove(lease);
        }
        long unused = scripts.number(Script.REMOVE, keys(key), lease == null ? NONE : lease.token());
    }

    private List<byte[]> load(SessionKey key, byte[] token, Use use) {
        return scripts.list(
                Script.LOAD,
                keys(key),
                token,
                bytes(LEASE.toMillis()),
                bytes(use == Use.NOTED ? NOTED.toMillis() : -1),
                bytes(GRACE.toMillis()));
    }

    private static List<Object> keys(SessionKey key) {
        return List.of(key.data(), key.lease());
    }

    private void renew() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(RENEWAL.toMillis());
            } catch (InterruptedException closed) {
                return;
            }
            for (Lease lease : held) {
                if (lease.ageNanos() > RENEWAL.toNanos()) {
                    scripts.send(Script.RELEASE, List.of(lease.key().lease()), lease.token(), bytes(LEASE.toMillis()));
                }
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
    }

    /** Whether reading a session counts as its use, which puts off its end. */
    enum Use {
        NOTED,
        UNNOTED
    }
}
