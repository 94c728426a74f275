package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Starts, completes and aborts S3 multipart uploads; a browser sends the parts ({@link PartLinks}). */
@ApplicationScoped
public class MultipartUploads {

    private static final int NOT_FOUND = 404;

    @Inject
    private StorageClients clients;

    @Inject
    private StorageEncryption encryption;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public MultipartUploads() {}

    /**
     * Starts an upload.
     *
     * @return the store's id of the upload
     * @throws StorageUnavailableException if the store does not answer
     */
    public String begin(String key, String contentType) {
        return call(() -> clients.worker()
                .createMultipartUpload(create -> encryption
                        .encrypt(create)
                        .bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId());
    }

    /**
     * Lists the parts that have arrived, by number from 1; none if the upload was completed or aborted.
     *
     * @throws StorageUnavailableException if the store does not answer
     */
    public Map<Integer, Part> storedParts(String key, String upload) {
        Map<Integer, Part> parts = new TreeMap<>();
        call(() -> {
            try {
                clients.worker()
                        .listPartsPaginator(list -> list.bucket(bucket).key(key).uploadId(upload))
                        .parts()
                        .forEach(part -> parts.put(part.partNumber(), part));
            } catch (NoSuchUploadException over) {
                parts.clear();
            }
            return parts;
        });
        return parts;
    }

    /**
     * Joins the parts into one object. Repeating the call has no effect.
     *
     * @param lengths of the parts in bytes, in their order
     * @param sha256 of each part, in Base64
     * @return false if a part is missing
     * @throws StorageUnavailableException if the store does not confirm
     */
    public boolean complete(String key, String upload, List<Long> lengths, List<String> sha256) {
        Map<Integer, Part> stored = storedParts(key, upload);
        if (stored.isEmpty()) {
            return exists(key);
        }
        Optional<List<CompletedPart>> parts = completedParts(stored, lengths, sha256);
        return parts.isPresent() && complete(key, upload, parts.get());
    }

    private static Optional<List<CompletedPart>> completedParts(
            Map<Integer, Part> stored, List<Long> lengths, List<String> sha256) {
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            Part part = stored.get(i + 1);
            if (part == null || !lengths.get(i).equals(part.size())) {
                return Optional.empty();
            }
            parts.add(CompletedPart.builder()
                    .partNumber(i + 1)
                    .eTag(part.eTag())
                    .checksumSHA256(sha256.get(i))
                    .build());
        }
        return Optional.of(parts);
    }

    private boolean complete(String key, String upload, List<CompletedPart> parts) {
        return call(() -> {
            try {
                var unused = clients.worker()
                        .completeMultipartUpload(complete -> complete.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(all -> all.parts(parts)));
                return true;
            } catch (S3Exception failure) {
                // another node may have completed the same upload first
                if (exists(key)) {
                    return true;
                }
                throw failure;
            }
        });
    }

    private boolean exists(String key) {
        return call(() -> {
            try {
                var unused =
                        clients.worker().headObject(head -> head.bucket(bucket).key(key));
                return true;
            } catch (S3Exception missing) {
                if (missing.statusCode() == NOT_FOUND) {
                    return false;
                }
                throw missing;
            }
        });
    }

    /**
     * Aborts an upload and deletes its parts. An upload that was completed or aborted is left alone.
     *
     * @throws StorageUnavailableException if the store does not confirm; it is safe to try again
     */
    public void abort(String key, String upload) {
        var unused = call(() -> {
            try {
                return clients.worker()
                        .abortMultipartUpload(
                                abort -> abort.bucket(bucket).key(key).uploadId(upload));
            } catch (S3Exception over) {
                if (over.statusCode() == NOT_FOUND) {
                    return over;
                }
                throw over;
            }
        });
    }
}
