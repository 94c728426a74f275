package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * Keeps anchors of the audit trail outside of the database. In the cloud the bucket has Object Lock: nobody can replace
 * or remove what is in it.
 */
@ApplicationScoped
public class AnchorStore {
    private static final String FOLDER = "trail-anchor/";
    private static final Pattern NUMBER = Pattern.compile("/([0-9]{12})\\.json$");
    private static final int MAX_BYTES = 10_000;

    @Inject
    private StorageClients clients;

    @Inject
    private TrailBucket bucket;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public AnchorStore() {}

    private static String key(String trail, long number) {
        return FOLDER + trail + String.format(Locale.ROOT, "/%012d.json", number);
    }

    /**
     * Keeps an anchor.
     *
     * @param trail the name of the trail
     * @throws StorageUnavailableException if the store does not confirm
     */
    public void put(String trail, long number, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        call(() -> clients.worker()
                .putObject(
                        put -> put.bucket(bucket.name())
                                .key(key(trail, number))
                                .contentType("application/json")
                                // a bucket with Object Lock wants it
                                .contentMD5(Md5Utils.md5AsBase64(bytes)),
                        RequestBody.fromBytes(bytes)));
    }

    /**
     * The numbers of all anchors that are kept, ascending.
     *
     * @throws StorageUnavailableException if the store does not answer
     */
    public List<Long> numbers(String trail) {
        return call(() -> clients
                .worker()
                .listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(FOLDER + trail + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(number -> Long.valueOf(number.group(1)))
                .sorted()
                .toList());
    }

    /**
     * The line of an anchor; empty if there is none of that number.
     *
     * @throws StorageUnavailableException if the store does not answer
     */
    public Optional<String> read(String trail, long number) {
        return call(() -> {
            try {
                return Optional.of(new String(
                        clients.worker()
                                .getObject(
                                        get -> get.bucket(bucket.name()).key(key(trail, number)),
                                        ResponseTransformer.unmanaged(
                                                (answer, content) -> content.readNBytes(MAX_BYTES))),
                        StandardCharsets.UTF_8));
            } catch (NoSuchKeyException missing) {
                return Optional.empty();
            }
        });
    }
}
