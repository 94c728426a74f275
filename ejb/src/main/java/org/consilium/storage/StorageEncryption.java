package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * How objects are encrypted where they lie (45 CFR 164.312(a)(2)(iv)). Each object says for itself how it was, so that
 * what is old stays readable when the way is changed.
 */
@ApplicationScoped
public class StorageEncryption {

    private enum Mode {
        /** Not by us: for a store on this machine, which has no keys. */
        NONE,
        /** With keys of the store. */
        SSE_S3,
        /** With a key of the hospital's in KMS; a key for the bucket spares KMS a call an object. */
        SSE_KMS
    }

    @Inject
    @ConfigProperty(name = "consilium.storage.encryption")
    private String name;

    @Inject
    @ConfigProperty(name = "consilium.storage.kms-key")
    private Optional<String> key;

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
                    "consilium.storage.encryption is none, sse-s3 or sse-kms, not " + name, unknown);
        }
        if (mode == Mode.SSE_KMS && key.isEmpty()) {
            throw new IllegalStateException("consilium.storage.kms-key is missing: the key for sse-kms");
        }
    }

    /** Brings out now what is wrong with the configuration. */
    void check() {
        Object unused = algorithm();
    }

    PutObjectRequest.Builder encrypt(PutObjectRequest.Builder put) {
        put.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return mode == Mode.SSE_KMS ? put.bucketKeyEnabled(true) : put;
    }

    /** All parts of an object are encrypted as it was begun. */
    CreateMultipartUploadRequest.Builder encrypt(CreateMultipartUploadRequest.Builder create) {
        create.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return mode == Mode.SSE_KMS ? create.bucketKeyEnabled(true) : create;
    }

    CopyObjectRequest.Builder encrypt(CopyObjectRequest.Builder copy) {
        copy.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey());
        return mode == Mode.SSE_KMS ? copy.bucketKeyEnabled(true) : copy;
    }

    private @Nullable ServerSideEncryption algorithm() {
        return switch (mode) {
            case NONE -> null;
            case SSE_S3 -> ServerSideEncryption.AES256;
            case SSE_KMS -> ServerSideEncryption.AWS_KMS;
        };
    }

    private @Nullable String kmsKey() {
        return mode == Mode.SSE_KMS ? key.orElseThrow() : null;
    }
}
