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
 * Counts what is limited, for all nodes together: one key of Redis for each limit and subject, gone when nothing counts
 * any more, and one round trip for each use. Time is that of Redis, so that the nodes' clocks do not matter.
 */
@ApplicationScoped
public class RateLimiter {

    /** The connection itself gives up after a second of this node's own time; on a busy node that takes longer. */
    private static final Duration LAST_RESORT = Duration.ofSeconds(3);

    @Inject
    private RedissonClient redis;

    /**
     * Counts one use if the rate allows it. When an answer is lost on its way the use may count twice.
     *
     * @param limit what is limited: a part of the key, as it is
     * @param subject who or what is counted; Redis learns only its hash
     * @return how long to wait until it is allowed; zero when it is, and only then it is counted
     * @throws CacheUnavailableException when Redis does not answer within a second
     */
    public Duration use(String limit, Rate rate, String subject) {
        return Duration.ofMillis(await(run(LimitScript.USE, limit, rate, subject)));
    }

    /** Takes back a use that was counted. Nobody waits for it: if it is lost, one use more has counted. */
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
            return answer.get(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheUnavailableException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CacheUnavailableException(e);
        }
    }

    /** Neither an e-mail address nor that of a computer is to be read in Redis. */
    static String key(String limit, String subject) {
        return "consilium:limit:{" + limit + ":" + Digests.sha256Hex(subject) + "}";
    }
}
