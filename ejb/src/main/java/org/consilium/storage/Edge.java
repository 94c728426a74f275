package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The CloudFront distribution in front of the bucket, if one is configured. It accepts only signed URLs, each for one
 * object and a short time (canned policy). To rotate the key, add the new one to CloudFront's key group, then let the
 * nodes sign with it, and remove the old one after the last link signed with it has expired.
 */
@ApplicationScoped
public class Edge {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC");

    @Inject
    @ConfigProperty(name = "consilium.storage.edge-url")
    private Optional<URI> address;

    @Inject
    @ConfigProperty(name = "consilium.storage.edge-key-id")
    private Optional<String> keyId;

    @Inject
    @ConfigProperty(name = "consilium.storage.edge-key")
    private Optional<String> pem;

    @Inject
    private Clock clock;

    private @Nullable SignedUrl links;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public Edge() {}

    /** @throws IllegalStateException if the configuration is incomplete or invalid */
    @PostConstruct
    void open() {
        if (address.isPresent()) {
            if (keyId.isEmpty() || pem.isEmpty()) {
                throw new IllegalStateException("consilium.storage.edge-url needs edge-key-id and edge-key");
            }
            links = new SignedUrl(keyId.get(), read(pem.get()));
        }
    }

    /** Makes the container create this bean, which validates the configuration. */
    void check() {
        Object unused = address();
    }

    /** The distribution's address: scheme, host and port. */
    Optional<URI> address() {
        return address;
    }

    /** A link to an object; empty if no distribution is configured. */
    Optional<URI> link(String objectKey, Duration lifetime) {
        return Optional.ofNullable(links)
                .map(signed -> signed.to(
                        URI.create(address.orElseThrow() + "/" + objectKey),
                        clock.instant().plus(lifetime)));
    }

    private static PrivateKey read(String pem) {
        byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException otherAlgorithm) {
                // try the next one
            }
        }
        throw new IllegalStateException("consilium.storage.edge-key is not an RSA or EC key in PKCS #8");
    }
}
