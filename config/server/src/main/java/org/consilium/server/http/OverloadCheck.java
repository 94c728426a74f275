package org.consilium.server.http;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reports in {@code /health/ready} whether this node refuses requests. The node stays ready: if it left, the other
 * nodes, which are just as busy, would get its share, too, and leave one after the other.
 */
public final class OverloadCheck implements HealthCheck {
    // static, because CDI creates the check
    private static volatile @Nullable Entrance entrance;

    /** Sets the entrance to report on; must be called before Payara starts. */
    public static void reportOn(Entrance reported) {
        entrance = reported;
    }

    @Override
    public HealthCheckResponse call() {
        Entrance reported = entrance;
        if (reported == null) {
            return HealthCheckResponse.up("load");
        }
        Admission.State state = reported.state();
        int refused = reported.recentlyRefused();
        return HealthCheckResponse.named("load")
                .up()
                .withData("overloaded", refused > 0)
                .withData("refusedIn10s", refused)
                .withData("working", state.active())
                .withData("limit", state.limit())
                .withData("waiting", state.waiting())
                .build();
    }
}
