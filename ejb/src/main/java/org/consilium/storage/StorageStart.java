package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Validates the configuration of encryption and links at startup: with an invalid one, the node does not start. */
@Singleton
@Startup
public class StorageStart {

    @Inject
    private StorageEncryption encryption;

    @Inject
    private Edge edge;

    @PostConstruct
    void check() {
        encryption.check();
        edge.check();
    }
}
