package org.consilium.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Protects secrets that are stored in the database, so that nobody can read them there or in a copy of it: the tokens
 * of letters that wait to be sent and the secrets of authenticators, encrypted, and recovery codes, as fingerprints.
 * The first key encrypts, and all keys decrypt, so that keys can be exchanged while nodes run.
 */
@ApplicationScoped
public class SecretKeys {
    /** Of letters and digits: 160 bits. */
    private static final int MIN_LENGTH = 28;

    @Inject
    @ConfigProperty(name = "consilium.secret.keys")
    private Optional<String> secrets;

    private List<MasterKey> keys = List.of();

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public SecretKeys() {}

    /** @throws IllegalStateException if the configuration has no valid keys */
    @PostConstruct
    void open() {
        List<String> each = Arrays.stream(secrets.orElse("").split(",", -1))
                .map(String::strip)
                .toList();
        if (!each.stream().allMatch(secret -> secret.length() >= MIN_LENGTH)) {
            throw new IllegalStateException("consilium.secret.keys must be secrets of at least " + MIN_LENGTH
                    + " random characters, separated by commas");
        }
        keys = each.stream().map(MasterKey::of).toList();
    }

    /** Makes the container create this bean, which validates the configuration. */
    void check() {
        List<MasterKey> unused = keys;
    }

    /**
     * Encrypts.
     *
     * @param purpose the kind of secret and the row that it belongs to; decryption takes the same one
     */
    public byte[] encrypt(String purpose, byte[] plain) {
        return keys.get(0).encrypt(purpose, plain);
    }

    /**
     * Decrypts.
     *
     * @return empty if it was changed, was encrypted for another purpose, or with a key that is no longer configured
     */
    public Optional<byte[]> decrypt(String purpose, byte[] encrypted) {
        return keys.stream()
                .filter(key -> key.hasEncrypted(encrypted))
                .findFirst()
                .flatMap(key -> key.decrypt(purpose, encrypted));
    }

    /**
     * Keyed hashes of a secret that only has to be recognized, however short it is: nobody can find it by trial without
     * the keys, which are not in the database.
     *
     * @param purpose the kind of secret and the row that it belongs to
     * @return one for each key, of 64 hexadecimal digits: the first is to be stored, and all are to be looked for
     */
    public List<String> fingerprints(String purpose, String value) {
        return keys.stream().map(key -> key.fingerprint(purpose, value)).toList();
    }
}
