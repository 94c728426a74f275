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
 * The distribution before the bucket, if there is one: it lets nobody pass without a link that we have signed, for one
 * object and a short time (CloudFront signed URLs with a canned policy). To change the key, the new one joins the key
 * group first, then the nodes sign with it, and the old one leaves when its last links are over.
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

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public Edge() {}

    /** @throws IllegalStateException when it is not configured as it must be */
    @PostConstruct
    void open() {
        if (address.isPresent()) {
            if (keyId.isEmpty() || pem.isEmpty()) {
                throw new IllegalStateException("consilium.storage.edge-url needs edge-key-id and edge-key");
            }
            links = new SignedUrl(keyId.get(), read(pem.get()));
        }
    }

    /** Brings out now what is wrong with the configuration. */
    void check() {
        Object unused = address();
    }

    /** Its scheme, host and port. */
    Optional<URI> address() {
        return address;
    }

    /** A link to what lies under the key; none when there is no distribution. */
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
            } catch (GeneralSecurityException another) {
                // the next one
            }
        }
        throw new IllegalStateException("consilium.storage.edge-key is no RSA or EC key in PKCS #8");
    }
}
