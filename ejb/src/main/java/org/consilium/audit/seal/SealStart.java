package org.consilium.audit.seal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.consilium.storage.SealKey;

/** Validates the key of the seals when the node starts. */
@Singleton
@Startup
public class SealStart {

    @Inject
    private SealKey key;

    @Inject
    private TrustedKeys earlier;

    @PostConstruct
    void validate() {
        key.open();
        earlier.check();
    }
}
