package org.consilium.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consilium.platform.Digests;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * Counts uses of a limit for all nodes together: one Redis key for each limit and subject, which expires once nothing
 * counts anymore, and one round trip for each use. It goes by the clock of Redis, so the nodes' clocks do not matter.
 */
@ApplicationScoped
public class RateLimiter {

    /** A safety net: the connection times out by itself after a second, not counting pauses of a busy node. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Inject
    private RedissonClient redis;

    /**
     * Counts one use if the rate allows it. If the answer is lost on the way, the use may count twice.
     *
     * @param limit the limit's name, which becomes part of the key
     * @param subject who or what is counted; Redis sees only its hash
     * @return zero if the use is allowed and counted, else how long to wait
     * @throws CacheUnavailableException when Redis does not answer within a second
     */
    public Duration use(String limit, Rate rate, String subject) {
        return Duration.ofMillis(await(run(LimitScript.USE, limit, rate, subject)));
    }

    /** Takes back a use that was counted, without waiting: if this is lost, the use stays counted. */
    public void giveBack(String limit, Rate rate, String subject) {
        CompletableFuture<Long> unused = run(LimitScript.GIVE_BACK, limit, rate, subject);
    }

    private CompletableFuture<Long> run(LimitScript script, String limit, Rate rate, String subject) {
        return redis.getScript(StringCodec.INSTANCE)
                .<Long>evalAsync(
                        RScript.Mode.READ_WRITE,
                        script.text(),
                        RScript.ReturnType.LONG,
                        List.of(key(limit, subject)),
                        String.valueOf(rate.uses()),
                        String.valueOf(rate.micros()))
                .toCompletableFuture();
    }

    static long await(CompletableFuture<Long> answer) {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheUnavailableException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CacheUnavailableException(e);
        }
    }

    /** Hashed, so that Redis holds neither e-mail nor IP addresses. */
    static String key(String limit, String subject) {
        return "consilium:limit:{" + limit + ":" + Digests.sha256Hex(subject) + "}";
    }
}
