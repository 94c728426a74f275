package org.consilium.storage;

import static org.consilium.storage.StorageClients.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Lets a browser send an object to the store in parts, by itself: each part is signed with its place, its length and
 * its SHA-256, so that nothing else can be sent in its stead (S3 multipart upload).
 */
@ApplicationScoped
public class PartStore {

    private static final int NOT_FOUND = 404;

    @Inject
    private StorageClients clients;

    @Inject
    private StorageEncryption encryption;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public PartStore() {}

    /**
     * Begins an object that will come in parts.
     *
     * @return what the store calls the upload
     * @throws StorageUnavailableException when the store does not answer
     */
    public String begin(String key, String contentType) {
        return ask(() -> clients.worker()
                .createMultipartUpload(create -> encryption
                        .encrypt(create)
                        .bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId());
    }

    /**
     * Signs every part.
     *
     * @param lengths in bytes, in the order of the parts
     * @param sha256 of each part, in Base64
     * @throws StorageUnavailableException when there are no credentials to sign with
     */
    public SignedParts sign(String key, String upload, List<Long> lengths, List<String> sha256, Duration lifetime) {
        List<URI> links = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            UploadPartRequest part = UploadPartRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .partNumber(i + 1)
                    .contentLength(lengths.get(i))
                    .checksumSHA256(sha256.get(i))
                    .build();
            links.add(ask(() -> URI.create(clients.presigner()
                    .presignUploadPart(sign -> sign.signatureDuration(lifetime).uploadPartRequest(part))
                    .url()
                    .toExternalForm())));
        }
        return shortened(links);
    }

    /** What all links share is said once. */
    private static SignedParts shortened(List<URI> links) {
        List<Set<String>> queries = links.stream()
                .map(link -> (Set<String>)
                        new LinkedHashSet<>(Arrays.asList(link.getRawQuery().split("&"))))
                .toList();
        Set<String> shared = new LinkedHashSet<>(queries.get(0));
        queries.forEach(shared::retainAll);
        // a single part shares all with itself
        shared.removeIf(parameter -> parameter.startsWith("partNumber=") || parameter.startsWith("X-Amz-Signature="));
        List<String> ends = queries.stream()
                .map(query -> {
                    Set<String> own = new LinkedHashSet<>(query);
                    own.removeAll(new HashSet<>(shared));
                    return String.join("&", own);
                })
                .toList();
        String link = links.get(0).toString();
        return new SignedParts(link.substring(0, link.indexOf('?')), String.join("&", shared), ends);
    }

    /**
     * The parts that are there, by number from 1, with their lengths in bytes; none when the upload is over.
     *
     * @throws StorageUnavailableException when the store does not answer
     */
    public Map<Integer, Part> stored(String key, String upload) {
        Map<Integer, Part> parts = new TreeMap<>();
        ask(() -> {
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
     * Makes one object of the parts; to do it again changes nothing.
     *
     * @param sha256 of each part, in Base64
     * @return false when a part is missing
     * @throws StorageUnavailableException when the store does not confirm
     */
    public boolean complete(String key, String upload, List<Long> lengths, List<String> sha256) {
        Map<Integer, Part> stored = stored(key, upload);
        if (stored.isEmpty()) {
            return exists(key);
        }
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            Part part = stored.get(i + 1);
            if (part == null || !lengths.get(i).equals(part.size())) {
                return false;
            }
            parts.add(CompletedPart.builder()
                    .partNumber(i + 1)
                    .eTag(part.eTag())
                    .checksumSHA256(sha256.get(i))
                    .build());
        }
        return ask(() -> {
            try {
                var unused = clients.worker()
                        .completeMultipartUpload(complete -> complete.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(all -> all.parts(parts)));
                return true;
            } catch (S3Exception failure) {
                // another node may have been told as well, and was quicker
                if (exists(key)) {
                    return true;
                }
                throw failure;
            }
        });
    }

    private boolean exists(String key) {
        return ask(() -> {
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
     * Gives up an upload and the parts that are there; one that is over is left alone.
     *
     * @throws StorageUnavailableException when the store does not confirm: asking again is safe
     */
    public void giveUp(String key, String upload) {
        var unused = ask(() -> {
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
