package org.consilium.server.http;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Adds the {@link OverloadCheck} to the readiness checks of the application. */
public final class OverloadExtension implements Extension {
    void add(@Observes AfterBeanDiscovery discovery) {
        discovery
                .addBean()
                .beanClass(OverloadCheck.class)
                .types(HealthCheck.class)
                .qualifiers(Readiness.Literal.INSTANCE)
                .scope(Dependent.class)
                .createWith(context -> new OverloadCheck());
    }
}
