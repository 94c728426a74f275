package org.consilium.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * Where sessions are found without their ids: by the time at which they may end, and by the account that is signed in.
 * An entry may outlive its session; whoever follows it sees that, and removes it.
 */
final class SessionIndex {
    /** Spread over so many keys, and with them over the servers of a cluster. */
    static final int PARTS = 8;

    private static final Duration ACCOUNT_KEPT = Duration.ofDays(7);

    private final RedissonClient client;

    SessionIndex(RedissonClient client) {
        this.client = client;
    }

    /** Notes when a session may end, in milliseconds since 1970. */
    CompletableFuture<?> ends(SessionKey key, long due) {
        return part(partOf(key)).addAsync((double) due, key.handle()).toCompletableFuture();
    }

    CompletableFuture<?> signedIn(SessionKey key, String account, long since) {
        RScoredSortedSet<String> sessions = account(account);
        return CompletableFuture.allOf(
                sessions.addAsync((double) since, key.handle()).toCompletableFuture(),
                sessions.expireAsync(ACCOUNT_KEPT).toCompletableFuture());
    }

    /** Forgets a session; nobody waits for that. */
    void forget(SessionKey key, String account) {
        RedisScripts.leave(part(partOf(key)).removeAsync(key.handle()).toCompletableFuture());
        if (!account.isEmpty()) {
            RedisScripts.leave(account(account).removeAsync(key.handle()).toCompletableFuture());
        }
    }

    /** The sessions that may have ended by then, at most {@code most} of each part. */
    List<SessionKey> due(long now, int most) {
        List<SessionKey> due = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            part(part)
                    .valueRange(0, true, (double) now, true, 0, most)
                    .forEach(handle -> due.add(new SessionKey(handle)));
        }
        return due;
    }

    /** The sessions of an account, the oldest first. */
    Collection<SessionKey> of(String account) {
        return account(account).readAll().stream().map(SessionKey::new).toList();
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
