package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.consilium.storage.Protection.Way;
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
 * How objects are encrypted where they lie from now on (45 CFR 164.312(a)(2)(iv)). What is old stays readable when the
 * way is changed: each object has its {@link Protection}.
 */
@ApplicationScoped
public class StorageEncryption {

    private static final String AES = "AES256";

    private enum Mode {
        /** Not by us: for a store on this machine, which has no keys. */
        NONE,
        /** With keys of the store. */
        SSE_S3,
        /** With a key of the hospital's in KMS; a key for the bucket spares KMS a call an object. */
        SSE_KMS,
        /** By the store with a key of the patient's, which it does not keep. */
        SSE_C,
        /** Before it is sent, by this application. */
        CLIENT_SIDE
    }

    @Inject
    @ConfigProperty(name = "consilium.storage.encryption")
    private String name;

    @Inject
    @ConfigProperty(name = "consilium.storage.kms-key")
    private Optional<String> key;

    @Inject
    private KeyWrapping wrapping;

    private Mode mode = Mode.SSE_KMS;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public StorageEncryption() {}

    /** @throws IllegalStateException when it is not configured as it must be */
    @PostConstruct
    void open() {
        try {
            mode = Mode.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "consilium.storage.encryption is none, sse-s3, sse-kms, sse-c or client-side, not " + name,
                    unknown);
        }
        if (mode == Mode.SSE_KMS && key.isEmpty()) {
            throw new IllegalStateException("consilium.storage.kms-key is missing: the key for sse-kms");
        }
        if (way() != Way.STORE && !wrapping.isPossible()) {
            throw new IllegalStateException("consilium.storage.kms-key or key-file is missing: the key for " + name);
        }
    }

    /** Brings out now what is wrong with the configuration. */
    void check() {
        Object unused = way();
    }

    /** Who encrypts what is stored from now on. */
    public Way way() {
        return switch (mode) {
            case NONE, SSE_S3, SSE_KMS -> Way.STORE;
            case SSE_C -> Way.CUSTOMER_KEY;
            case CLIENT_SIDE -> Way.CLIENT;
        };
    }

    PutObjectRequest.Builder encrypt(PutObjectRequest.Builder put, Protection protection) {
        if (protection.way() == Way.CUSTOMER_KEY) {
            byte[] own = customerKey(protection);
            return put.sseCustomerAlgorithm(AES)
                    .sseCustomerKey(BinaryUtils.toBase64(own))
                    .sseCustomerKeyMD5(Md5Utils.md5AsBase64(own));
        }
        put.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? put : put.bucketKeyEnabled(true);
    }

    /** All parts of an object are encrypted as it was begun. What browsers send is encrypted by the store for now. */
    CreateMultipartUploadRequest.Builder encrypt(CreateMultipartUploadRequest.Builder create) {
        create.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? create : create.bucketKeyEnabled(true);
    }

    CopyObjectRequest.Builder encrypt(CopyObjectRequest.Builder copy, Protection protection) {
        if (protection.way() == Way.CUSTOMER_KEY) {
            byte[] own = customerKey(protection);
            return copy.sseCustomerAlgorithm(AES)
                    .sseCustomerKey(BinaryUtils.toBase64(own))
                    .sseCustomerKeyMD5(Md5Utils.md5AsBase64(own));
        }
        copy.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return kmsKey() == null ? copy : copy.bucketKeyEnabled(true);
    }

    /** Tells the store the key of an object that it has encrypted with one that it did not keep. */
    GetObjectRequest.Builder decrypt(GetObjectRequest.Builder get, Protection protection) {
        if (protection.way() != Way.CUSTOMER_KEY) {
            return get;
        }
        byte[] own = customerKey(protection);
        return get.sseCustomerAlgorithm(AES)
                .sseCustomerKey(BinaryUtils.toBase64(own))
                .sseCustomerKeyMD5(Md5Utils.md5AsBase64(own));
    }

    private byte[] customerKey(Protection protection) {
        return wrapping.unwrap(Objects.requireNonNull(protection.wrappedKey()));
    }

    /** What is encrypted by us besides lies encrypted by the store as well, and so does what waits for its check. */
    private @Nullable ServerSideEncryption algorithm() {
        return switch (mode) {
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
