package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.encryption.s3.materials.AesKeyring;
import software.amazon.encryption.s3.materials.Keyring;
import software.amazon.encryption.s3.materials.KmsKeyring;

/**
 * Creates data keys and wraps them with the hospital's key: the one in a file if configured, otherwise the one in KMS.
 * A wrapped key is useless without the hospital's key, so it can be stored in the database.
 */
@ApplicationScoped
public class DataKeys {

    private static final String BY_FILE = "file:";
    private static final String BY_KMS = "kms:";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** KMS requires it to decrypt a key, and logs it (CloudTrail). */
    private static final Map<String, String> CONTEXT = Map.of("use", "consilium-images");

    @Inject
    private StorageConnection connection;

    @Inject
    private KeyFile file;

    @Inject
    @ConfigProperty(name = "consilium.storage.kms-key")
    private Optional<String> kmsKey;

    private @Nullable WrappingKey own;
    private @Nullable KmsClient kms;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public DataKeys() {}

    /** @throws IllegalStateException if the key file does not hold a key */
    @PostConstruct
    void open() {
        own = file.key().map(WrappingKey::new).orElse(null);
        if (kmsKey.isPresent()) {
            kms = connection.kms();
        }
    }

    @PreDestroy
    void close() {
        if (kms != null) {
            kms.close();
        }
    }

    /** Whether there is a key to wrap with. */
    boolean isConfigured() {
        return own != null || kms != null;
    }

    /** The keyring with which the encrypting client wraps its keys, one for each object. */
    Keyring keyring() {
        return own == null
                ? KmsKeyring.builder()
                        .kmsClient(kms())
                        .wrappingKeyId(kmsKey.orElseThrow())
                        .secureRandom(RANDOM)
                        .build()
                : AesKeyring.builder()
                        .wrappingKey(own.key())
                        .secureRandom(RANDOM)
                        .build();
    }

    /**
     * Creates a random 256-bit key.
     *
     * @return the wrapped key in Base64, after a prefix that tells whether the file's key or KMS wrapped it: keys of
     *     both kinds stay usable when the configuration changes
     * @throws StorageUnavailableException if KMS does not answer
     */
    public String create() {
        if (own == null) {
            byte[] wrapped = call(() -> kms().generateDataKeyWithoutPlaintext(key -> key.keyId(kmsKey.orElseThrow())
                            .keySpec(DataKeySpec.AES_256)
                            .encryptionContext(CONTEXT)))
                    .ciphertextBlob()
                    .asByteArray();
            return BY_KMS + Base64.getEncoder().encodeToString(wrapped);
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return BY_FILE + Base64.getEncoder().encodeToString(own.wrap(key));
    }

    /**
     * Decrypts a key that {@link #create} returned.
     *
     * @throws StorageUnavailableException if KMS does not answer
     * @throws IllegalStateException if the key that wrapped it is not configured
     */
    byte[] unwrap(String wrapped) {
        boolean byKms = wrapped.startsWith(BY_KMS);
        byte[] bytes = Base64.getDecoder().decode(wrapped.substring((byKms ? BY_KMS : BY_FILE).length()));
        if (!byKms) {
            return own().unwrap(bytes);
        }
        // the ciphertext names its KMS key, which may be an older one than today's
        return call(() -> kms().decrypt(decrypt ->
                        decrypt.ciphertextBlob(SdkBytes.fromByteArray(bytes)).encryptionContext(CONTEXT)))
                .plaintext()
                .asByteArray();
    }

    private WrappingKey own() {
        if (own == null) {
            throw new IllegalStateException(
                    "consilium.storage.key-file is missing: a data key was wrapped with the key in it");
        }
        return own;
    }

    private KmsClient kms() {
        if (kms == null) {
            throw new IllegalStateException(
                    "neither consilium.storage.key-file nor consilium.storage.kms-key is configured");
        }
        return kms;
    }
}
