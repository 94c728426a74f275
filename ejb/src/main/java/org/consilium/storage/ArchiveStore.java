package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Reads the archived days of the audit trail, which its owner has put there. */
@ApplicationScoped
public class ArchiveStore {

    @Inject
    private StorageClients clients;

    @Inject
    private TrailBucket bucket;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public ArchiveStore() {}

    /**
     * The content of a file, to be closed.
     *
     * @throws StorageUnavailableException if the store does not give it
     */
    public InputStream open(String name) {
        return call(() ->
                clients.worker().getObject(get -> get.bucket(bucket.name()).key(name)));
    }
}
