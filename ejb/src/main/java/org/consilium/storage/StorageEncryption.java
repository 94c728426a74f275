package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * Adds encryption at rest to requests (45 CFR 164.312(a)(2)(iv)). The configuration applies to new objects; older ones
 * stay readable, because each has its own {@link ObjectEncryption}.
 */
@ApplicationScoped
public class StorageEncryption {

    private static final String AES = "AES256";

    /** The values of {@code consilium.storage.encryption}. */
    private enum Setting {
        /** No encryption: for a store on this machine, which has no keys. */
        NONE,
        /** By the store, with its own keys. */
        SSE_S3,
        /** By the store, with the hospital's key in KMS; with a bucket key, S3 need not call KMS for each object. */
        SSE_KMS,
        /** By the store, with a key for each patient that it does not keep. */
        SSE_C,
        /** By this application, before it sends an object. */
        CLIENT_SIDE
    }

    /** A key as the headers of SSE-C carry it. */
    private record CustomerKey(String base64, String md5) {
        /** Hides the key. */
        @Override
        public String toString() {
            return "CustomerKey";
        }
    }

    @Inject
    @ConfigProperty(name = "consilium.storage.encryption")
    private String name;

    @Inject
    @ConfigProperty(name = "consilium.storage.kms-key")
    private Optional<String> key;

    @Inject
    private DataKeys dataKeys;

    private Setting setting = Setting.SSE_KMS;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public StorageEncryption() {}

    /** @throws IllegalStateException if the configuration is incomplete or invalid */
    @PostConstruct
    void open() {
        try {
            setting = Setting.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "consilium.storage.encryption must be none, sse-s3, sse-kms, sse-c or client-side, not " + name,
                    unknown);
        }
        if (setting == Setting.SSE_KMS && key.isEmpty()) {
            throw new IllegalStateException("consilium.storage.kms-key is missing: sse-kms needs a key");
        }
        if (mode() != EncryptionMode.STORE && !dataKeys.isConfigured()) {
            throw new IllegalStateException(
                    "consilium.storage.kms-key or key-file is missing: " + name + " needs a key");
        }
    }

    /** Makes the container create this bean, which validates the configuration. */
    void check() {
        Object unused = mode();
    }

    /** How new objects are encrypted. */
    public EncryptionMode mode() {
        return switch (setting) {
            case NONE, SSE_S3, SSE_KMS -> EncryptionMode.STORE;
            case SSE_C -> EncryptionMode.CUSTOMER_KEY;
            case CLIENT_SIDE -> EncryptionMode.CLIENT;
        };
    }

    PutObjectRequest.Builder encrypt(PutObjectRequest.Builder put, ObjectEncryption encryption) {
        if (encryption.mode() == EncryptionMode.CUSTOMER_KEY) {
            CustomerKey own = customerKey(encryption);
            return put.sseCustomerAlgorithm(AES).sseCustomerKey(own.base64()).sseCustomerKeyMD5(own.md5());
        }
        put.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? put : put.bucketKeyEnabled(true);
    }

    /**
     * Encrypts all parts of an upload in the same way: by the store, as no browser has a customer key. The final copy
     * gets the configured encryption.
     */
    CreateMultipartUploadRequest.Builder encrypt(CreateMultipartUploadRequest.Builder create) {
        create.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? create : create.bucketKeyEnabled(true);
    }

    CopyObjectRequest.Builder encrypt(CopyObjectRequest.Builder copy, ObjectEncryption encryption) {
        if (encryption.mode() == EncryptionMode.CUSTOMER_KEY) {
            CustomerKey own = customerKey(encryption);
            return copy.sseCustomerAlgorithm(AES).sseCustomerKey(own.base64()).sseCustomerKeyMD5(own.md5());
        }
        copy.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? copy : copy.bucketKeyEnabled(true);
    }

    /** Adds the customer key, if the object is encrypted with one. */
    GetObjectRequest.Builder decrypt(GetObjectRequest.Builder get, ObjectEncryption encryption) {
        if (encryption.mode() != EncryptionMode.CUSTOMER_KEY) {
            return get;
        }
        CustomerKey own = customerKey(encryption);
        return get.sseCustomerAlgorithm(AES).sseCustomerKey(own.base64()).sseCustomerKeyMD5(own.md5());
    }

    private CustomerKey customerKey(ObjectEncryption encryption) {
        byte[] bytes = dataKeys.unwrap(Objects.requireNonNull(encryption.wrappedKey()));
        return new CustomerKey(BinaryUtils.toBase64(bytes), Md5Utils.md5AsBase64(bytes));
    }

    /** The store also encrypts objects that the application has encrypted, and uploads that are not checked yet. */
    private @Nullable ServerSideEncryption algorithm() {
        return switch (setting) {
            case NONE -> null;
            case SSE_S3 -> ServerSideEncryption.AES256;
            case SSE_KMS -> ServerSideEncryption.AWS_KMS;
            case SSE_C, CLIENT_SIDE -> key.isPresent() ? ServerSideEncryption.AWS_KMS : null;
        };
    }

    private @Nullable String kmsKey() {
        return algorithm() == ServerSideEncryption.AWS_KMS ? key.orElseThrow() : null;
    }
}
