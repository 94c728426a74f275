package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.storage.SealKey;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public keys of seals: the present one, and those before it. */
@ApplicationScoped
public class TrustedKeys {

    @Inject
    private SealKey key;

    @Inject
    @ConfigProperty(name = "consilium.audit.earlier-keys")
    private Optional<String> earlier;

    /** @throws IllegalArgumentException if one that is configured is none */
    void check() {
        Optional<PublicKeys> unused = earlier.map(PublicKeys::ofPem);
    }

    PublicKeys get() {
        PublicKeys present = PublicKeys.ofDer(key.publicKey());
        return earlier.map(PublicKeys::ofPem).map(present::and).orElse(present);
    }

    /** The seal of a line; empty if it was changed, or forged. */
    Optional<Seal> genuine(String line) {
        try {
            SignedLine signed = SignedLine.parse(line);
            Seal seal = Seal.parse(signed);
            return get().haveSigned(signed, seal.key()) ? Optional.of(seal) : Optional.empty();
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /** The present one as PEM, to be given to those who verify. */
    String pem() {
        return PublicKeys.pem(key.publicKey());
    }
}
