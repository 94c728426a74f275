package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bucket that keeps the anchors and the archived days of the audit trail. */
@ApplicationScoped
public class TrailBucket {

    @Inject
    @ConfigProperty(name = "consilium.audit.anchor-bucket")
    private Optional<String> own;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String shared;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public TrailBucket() {}

    String name() {
        return own.orElse(shared);
    }
}
