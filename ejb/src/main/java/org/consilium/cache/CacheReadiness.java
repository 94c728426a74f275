package org.consilium.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Ready only while Redis answers: without it no session can be read. */
@Readiness
@ApplicationScoped
public class CacheReadiness implements HealthCheck {

    /** A safety net: the connection times out by itself after a second, not counting pauses of a busy node. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Inject
    private RedissonClient redis;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("redis").status(answers()).build();
    }

    private boolean answers() {
        try {
            Object unused = redis.getBucket("consilium:readiness", StringCodec.INSTANCE)
                    .isExistsAsync()
                    .toCompletableFuture()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException unreachable) {
            return false;
        }
    }
}
