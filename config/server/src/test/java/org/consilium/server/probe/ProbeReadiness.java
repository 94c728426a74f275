package org.consilium.server.probe;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The readiness of a back end that a test can take down. */
@Readiness
@ApplicationScoped
public class ProbeReadiness implements HealthCheck {
    private final AtomicBoolean up = new AtomicBoolean(true);

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("probe back end").status(up.get()).build();
    }

    public void set(boolean answers) {
        up.set(answers);
    }

    @PreDestroy
    void destroyed() {
        System.out.println("probe back end released");
    }
}
