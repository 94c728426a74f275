package org.consilium.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only while the primary answers. If it does not answer any node, load balancers send requests to all of them
 * nevertheless, and replicas answer those that read; a node that is alone with it is better left out.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(!CircuitBreaker.PRIMARY.isOpen())
                .build();
    }
}
