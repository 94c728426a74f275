package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import com.sun.enterprise.web.BasePersistenceStrategyBuilder;
import com.sun.enterprise.web.MemoryStrategyBuilder;
import com.sun.enterprise.web.ServerConfigLookup;
import jakarta.inject.Inject;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.consilium.server.files.UploadValve;
import org.consilium.server.redis.Redis;
import org.consilium.server.session.store.SessionPolicy;
import org.glassfish.hk2.api.PerLookup;
import org.glassfish.web.deployment.runtime.SessionManager;
import org.jspecify.annotations.Nullable;
import org.jvnet.hk2.annotations.Service;
import org.redisson.api.RedissonClient;

/**
 * Creates the session manager of a web application for the container. It takes precedence over the container's own
 * builder of the same name. Without Redis it delegates to that one, and sessions stay in the memory of this process.
 */
@Service(name = "memory")
@PerLookup
public final class SessionStrategy extends BasePersistenceStrategyBuilder {
    private static final int SWEEP_SECONDS = 10;

    // static, because the container creates the object
    private static volatile @Nullable SessionPolicy policy;

    private final JavaEEIOUtils streams;

    @Inject
    SessionStrategy(JavaEEIOUtils streams) {
        this.streams = streams;
    }

    /** Sets the policy of sessions in Redis; must be called before Payara starts. */
    public static void configure(SessionPolicy sessions) {
        policy = sessions;
    }

    @Override
    public void initializePersistenceStrategy(Context context, SessionManager settings, ServerConfigLookup lookup) {
        // the only place where the container shows an application to this server before it starts
        UploadValve.guard((StandardContext) context);
        RedissonClient redis = Redis.connection();
        if (redis == null || !Redis.sessions()) {
            new MemoryStrategyBuilder().initializePersistenceStrategy(context, settings, lookup);
            return;
        }
        super.initializePersistenceStrategy(context, settings, lookup);
        ClusterSessions sessions = new ClusterSessions(streams, redis, Objects.requireNonNull(policy));
        sessions.setPathname(null);
        if (!((StandardContext) context).isSessionTimeoutOveridden()) {
            sessions.setMaxInactiveIntervalSeconds(sessionMaxInactiveInterval);
        }
        context.setManager(sessions);
        context.setBackgroundProcessorDelay(SWEEP_SECONDS);
    }
}
