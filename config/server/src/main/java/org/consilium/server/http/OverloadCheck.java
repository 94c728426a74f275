package org.consilium.server.http;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells in the answer of {@code /health/ready} whether this node refuses requests. It stays ready: were it to leave,
 * the other nodes, which have as many, would get its share as well, and leave one after the other.
 */
public final class OverloadCheck implements HealthCheck {
    // static, because it is CDI that creates the check
    private static volatile @Nullable Entrance entrance;

    /** Names the entrance; to be called before Payara starts. */
    public static void tellOf(Entrance guarded) {
        entrance = guarded;
    }

    @Override
    public HealthCheckResponse call() {
        Entrance guarded = entrance;
        if (guarded == null) {
            return HealthCheckResponse.up("load");
        }
        Admission.State state = guarded.state();
        int refused = guarded.refusedLately();
        return HealthCheckResponse.named("load")
                .up()
                .withData("overloaded", refused > 0)
                .withData("refusedIn10s", refused)
                .withData("working", state.working())
                .withData("limit", state.limit())
                .withData("waiting", state.waiting())
                .build();
    }
}
