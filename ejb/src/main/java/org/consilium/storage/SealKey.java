package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Signer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * The key that signs seals and anchors: the one in a file if configured, otherwise the one in KMS, which never leaves
 * it. Its public key alone verifies.
 */
@ApplicationScoped
public class SealKey implements Signer {

    @Inject
    private StorageConnection connection;

    @Inject
    @ConfigProperty(name = "consilium.audit.seal-key-file")
    private Optional<String> keyFile;

    @Inject
    @ConfigProperty(name = "consilium.audit.seal-key")
    private Optional<String> kmsKey;

    private @Nullable SealKeyFile own;
    private @Nullable KmsClient kms;
    private byte @Nullable [] known;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public SealKey() {}

    /**
     * Reads the configuration.
     *
     * @throws IllegalStateException if there is no key, or the file is not of a key pair
     */
    public synchronized void open() {
        if (keyFile.isPresent() && own == null) {
            SealKeyFile file = SealKeyFile.read(Path.of(keyFile.get()));
            byte[] probe = new byte[32];
            if (!PublicKeys.ofDer(file.publicKey()).isOf(file.sign(probe), probe)) {
                throw new IllegalStateException("the keys in consilium.audit.seal-key-file are not of one pair");
            }
            own = file;
        } else if (keyFile.isEmpty() && kmsKey.isEmpty()) {
            throw new IllegalStateException("neither consilium.audit.seal-key nor seal-key-file is configured:"
                    + " a key is needed that signs the seals of the audit trail");
        }
    }

    @PreDestroy
    synchronized void close() {
        if (kms != null) {
            kms.close();
        }
    }

    private synchronized KmsClient kms() {
        KmsClient client = kms;
        if (client == null) {
            client = connection.kms();
            kms = client;
        }
        return client;
    }

    /**
     * A SubjectPublicKeyInfo.
     *
     * @throws StorageUnavailableException if KMS does not answer
     */
    public synchronized byte[] publicKey() {
        byte[] key = known;
        if (key == null) {
            open();
            key = own == null
                    ? call(() -> kms().getPublicKey(get -> get.keyId(kmsKey.orElseThrow())))
                            .publicKey()
                            .asByteArray()
                    : own.publicKey();
            known = key;
        }
        return key.clone();
    }

    @Override
    public String keyId() {
        return PublicKeys.id(publicKey());
    }

    /** @throws StorageUnavailableException if KMS does not answer */
    @Override
    public byte[] sign(byte[] hash) {
        open();
        SealKeyFile file = own;
        return file == null
                ? call(() -> kms().sign(sign -> sign.keyId(kmsKey.orElseThrow())
                                .messageType(MessageType.DIGEST)
                                .message(SdkBytes.fromByteArray(hash))
                                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)))
                        .signature()
                        .asByteArray()
                : file.sign(hash);
    }
}
