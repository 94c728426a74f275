package org.consilium.storage;

import static org.consilium.storage.StorageClients.ask;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.encryption.s3.materials.AesKeyring;
import software.amazon.encryption.s3.materials.Keyring;
import software.amazon.encryption.s3.materials.KmsKeyring;

/**
 * The key that all other keys are kept under: the hospital's own in a file, if there is one, else its key in KMS. What
 * it wraps is useless without it, and can be written down.
 */
@ApplicationScoped
public class KeyWrapping {

    private static final String BY_FILE = "file:";
    private static final String BY_KMS = "kms:";
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Said to KMS with each key, and found in its log (CloudTrail). */
    private static final Map<String, String> CONTEXT = Map.of("use", "consilium-images");

    @Inject
    private StorageConnection connection;

    @Inject
    private KeyFile file;

    @Inject
    @ConfigProperty(name = "consilium.storage.kms-key")
    private Optional<String> kmsKey;

    private @Nullable SecretKey own;
    private @Nullable KmsClient kms;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public KeyWrapping() {}

    /** @throws IllegalStateException when the file holds no key */
    @PostConstruct
    void open() {
        own = file.key().orElse(null);
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
    boolean isPossible() {
        return own != null || kms != null;
    }

    /** What the encrypting client wraps its keys with, one for each object. */
    Keyring keyring() {
        return own == null
                ? KmsKeyring.builder()
                        .kmsClient(kms())
                        .wrappingKeyId(kmsKey.orElseThrow())
                        .secureRandom(RANDOM)
                        .build()
                : AesKeyring.builder().wrappingKey(own).secureRandom(RANDOM).build();
    }

    /**
     * A new random key of 256 bits, wrapped; a text that says by what, so that keys of either kind can be opened.
     *
     * @throws StorageUnavailableException when KMS does not answer
     */
    public String create() {
        if (own == null) {
            byte[] wrapped = ask(() -> kms().generateDataKeyWithoutPlaintext(key -> key.keyId(kmsKey.orElseThrow())
                            .keySpec(DataKeySpec.AES_256)
                            .encryptionContext(CONTEXT)))
                    .ciphertextBlob()
                    .asByteArray();
            return BY_KMS + Base64.getEncoder().encodeToString(wrapped);
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return BY_FILE + Base64.getEncoder().encodeToString(wrap(own, key));
    }

    /**
     * The key itself.
     *
     * @throws StorageUnavailableException when KMS does not answer
     * @throws IllegalStateException when it was wrapped with another key
     */
    byte[] unwrap(String wrapped) {
        boolean byKms = wrapped.startsWith(BY_KMS);
        byte[] bytes = Base64.getDecoder().decode(wrapped.substring((byKms ? BY_KMS : BY_FILE).length()));
        if (!byKms) {
            return unwrap(own(), bytes);
        }
        // what is wrapped names its key, which may be another one than that of today
        return ask(() -> kms().decrypt(decrypt ->
                        decrypt.ciphertextBlob(SdkBytes.fromByteArray(bytes)).encryptionContext(CONTEXT)))
                .plaintext()
                .asByteArray();
    }

    private SecretKey own() {
        if (own == null) {
            throw new IllegalStateException("consilium.storage.key-file is missing, whose key has wrapped others");
        }
        return own;
    }

    private KmsClient kms() {
        if (kms == null) {
            throw new IllegalStateException(
                    "there is neither consilium.storage.key-file nor consilium.storage.kms-key");
        }
        return kms;
    }

    private static byte[] wrap(SecretKey with, byte[] key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(AES_GCM);
            cipher.init(Cipher.ENCRYPT_MODE, with, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] encrypted = cipher.doFinal(key);
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES", impossible);
        }
    }

    private static byte[] unwrap(SecretKey with, byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(AES_GCM);
            cipher.init(Cipher.DECRYPT_MODE, with, new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE_BYTES));
            return cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            throw new IllegalStateException("a key was wrapped with another one than that of the file", other);
        }
    }
}
