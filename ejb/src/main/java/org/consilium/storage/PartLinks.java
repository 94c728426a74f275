package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Signs the requests by which a browser sends the parts of a multipart upload. Each signature covers the part's number,
 * length and SHA-256, so that the browser cannot send anything else.
 */
@ApplicationScoped
public class PartLinks {

    @Inject
    private StorageClients clients;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public PartLinks() {}

    /**
     * Signs every part.
     *
     * @param lengths of the parts in bytes, in their order
     * @param sha256 of each part, in Base64
     * @throws StorageUnavailableException if there are no credentials to sign with
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
            links.add(call(() -> URI.create(clients.presigner()
                    .presignUploadPart(sign -> sign.signatureDuration(lifetime).uploadPartRequest(part))
                    .url()
                    .toExternalForm())));
        }
        return shortened(links);
    }

    /** Separates the parameters that all links share from those of each part. */
    private static SignedParts shortened(List<URI> links) {
        List<Set<String>> queries = links.stream()
                .map(link -> (Set<String>)
                        new LinkedHashSet<>(Arrays.asList(link.getRawQuery().split("&"))))
                .toList();
        Set<String> shared = new LinkedHashSet<>(queries.get(0));
        queries.forEach(shared::retainAll);
        // if there is a single part, it shares all parameters with itself
        shared.removeIf(parameter -> parameter.startsWith("partNumber=") || parameter.startsWith("X-Amz-Signature="));
        List<String> ends =
                queries.stream().map(query -> without(query, shared)).toList();
        String link = links.get(0).toString();
        return new SignedParts(link.substring(0, link.indexOf('?')), String.join("&", shared), ends);
    }

    private static String without(Set<String> query, Set<String> shared) {
        Set<String> own = new LinkedHashSet<>(query);
        own.removeAll(new HashSet<>(shared));
        return String.join("&", own);
    }
}
