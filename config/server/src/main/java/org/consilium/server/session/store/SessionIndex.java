package org.consilium.server.session.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * Finds sessions without their ids: by the time at which they may expire, and by the account that is signed in. An
 * entry may outlive its session; the reader that notices removes it.
 */
public final class SessionIndex {
    /** The index of expiry is split into this many keys, which a cluster spreads over its servers. */
    private static final int PARTS = 8;

    private static final Duration ACCOUNT_TTL = Duration.ofDays(7);

    private final RedissonClient client;

    public SessionIndex(RedissonClient client) {
        this.client = client;
    }

    /**
     * Notes when a session may expire.
     *
     * @param due in milliseconds since 1970
     */
    public CompletableFuture<?> expires(SessionKey key, long due) {
        return part(partOf(key)).addAsync((double) due, key.handle()).toCompletableFuture();
    }

    /** The same, without waiting for Redis. */
    public void postpone(SessionKey key, long due) {
        RedisScripts.ignore(expires(key, due));
    }

    /**
     * Notes that an account is signed in.
     *
     * @param since in milliseconds since 1970
     */
    public CompletableFuture<?> signedIn(SessionKey key, String account, long since) {
        RScoredSortedSet<String> sessions = account(account);
        return CompletableFuture.allOf(
                sessions.addAsync((double) since, key.handle()).toCompletableFuture(),
                sessions.expireAsync(ACCOUNT_TTL).toCompletableFuture());
    }

    /**
     * Removes a session from the index, without waiting for Redis.
     *
     * @param account who is signed in; empty for nobody
     */
    public void forget(SessionKey key, String account) {
        RedisScripts.ignore(part(partOf(key)).removeAsync(key.handle()).toCompletableFuture());
        if (!account.isEmpty()) {
            RedisScripts.ignore(account(account).removeAsync(key.handle()).toCompletableFuture());
        }
    }

    /** The sessions that may have expired by then, at most {@code most} of each part. */
    public List<SessionKey> due(long now, int most) {
        List<SessionKey> due = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            part(part)
                    .valueRange(0, true, (double) now, true, 0, most)
                    .forEach(handle -> due.add(new SessionKey(handle)));
        }
        return due;
    }

    /** The sessions of an account, the oldest first. */
    public List<SessionKey> of(String account) {
        return account(account).readAll().stream().map(SessionKey::new).toList();
    }

    /** The oldest sessions of an account that has more than {@code most}. */
    public Collection<SessionKey> surplus(String account, int most) {
        return account(account).valueRange(0, -most - 1).stream()
                .map(SessionKey::new)
                .toList();
    }

    private static int partOf(SessionKey key) {
        return Math.floorMod(key.handle().hashCode(), PARTS);
    }

    private RScoredSortedSet<String> part(int number) {
        return client.getScoredSortedSet("consilium:sessions:{" + number + "}", StringCodec.INSTANCE);
    }

    private RScoredSortedSet<String> account(String name) {
        String handle = SessionKey.of("account:" + name).handle();
        return client.getScoredSortedSet("consilium:sessions-of:{" + handle + "}", StringCodec.INSTANCE);
    }
}
