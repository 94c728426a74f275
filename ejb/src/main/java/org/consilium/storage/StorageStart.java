package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** A node whose objects would not be encrypted as they must be, or whose links would lead nowhere, does not start. */
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
