package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs links by which browsers read objects: through CloudFront if it is configured, otherwise from S3. */
@ApplicationScoped
public class ObjectLinks {

    @Inject
    private StorageConnection connection;

    @Inject
    private StorageClients clients;

    @Inject
    private Edge edge;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    private StoreLinks store;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public ObjectLinks() {}

    @PostConstruct
    void open() {
        store = connection.links(clients.addressOf(bucket));
    }

    /**
     * Signs a link that shows an object in a browser, to anyone who has the link. The answer has {@code contentType}
     * and forbids caching; CloudFront is configured to answer in the same way. The store is not called, so the object
     * need not exist.
     *
     * @throws StorageUnavailableException if there are no credentials to sign with
     */
    public URI link(String key, Duration lifetime, String contentType) {
        return edge.link(key, lifetime).orElseGet(() -> call(() -> store.link(key, lifetime, contentType)));
    }

    /** The scheme, host and port of links to objects. */
    public URI linkOrigin() {
        return edge.address().map(ObjectLinks::originOf).orElseGet(this::storeOrigin);
    }

    /** The scheme, host and port of the store itself. */
    public URI storeOrigin() {
        return originOf(clients.addressOf(bucket));
    }

    private static URI originOf(URI address) {
        return URI.create(address.getScheme() + "://" + address.getAuthority());
    }
}
