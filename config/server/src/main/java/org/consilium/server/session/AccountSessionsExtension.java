package org.consilium.server.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Objects;
import org.consilium.server.api.AccountSessions;
import org.consilium.server.redis.Redis;
import org.jspecify.annotations.Nullable;

/** Lets the application inject {@link AccountSessions}, if sessions are in Redis. */
public final class AccountSessionsExtension implements Extension {
    // static, because CDI creates the extension and the container the session manager
    private static volatile @Nullable AccountSessions sessions;

    /** Sets the sessions of the application that is starting, in place of those of a former deployment. */
    static void offer(AccountSessions started) {
        sessions = started;
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        if (Redis.sessions()) {
            discovery
                    .addBean()
                    .types(AccountSessions.class)
                    .scope(ApplicationScoped.class)
                    .createWith(context -> Objects.requireNonNull(sessions, "no web application has started"));
        }
    }
}
