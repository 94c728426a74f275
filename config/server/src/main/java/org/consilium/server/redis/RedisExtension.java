package org.consilium.server.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.redisson.api.RedissonClient;

/** Lets the application inject the server's connection to Redis, so that a node has only one. */
public final class RedisExtension implements Extension {
    void add(@Observes AfterBeanDiscovery discovery) {
        RedissonClient connection = Redis.connection();
        if (connection != null) {
            discovery
                    .addBean()
                    .types(RedissonClient.class)
                    .scope(ApplicationScoped.class)
                    .createWith(context -> connection);
        }
    }
}
