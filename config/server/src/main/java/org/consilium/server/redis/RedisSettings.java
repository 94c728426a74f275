package org.consilium.server.redis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The address of Redis and the credentials for it ({@code consilium.redis.*}).
 *
 * @param addresses {@code redis://host:port}, or {@code rediss://} for TLS with a verified certificate
 * @param user the user of its access control list; {@code null} for its default user
 * @param certificates a PEM file of the trusted certificate authorities; {@code null} for those of the JDK
 */
public record RedisSettings(
        List<String> addresses,
        RedisTopology topology,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path certificates) {
    private static final String ADDRESS = "rediss?://[^\\s/@]+:\\d{1,5}";

    /** Reads and checks them. */
    public static RedisSettings of(Settings settings) throws CannotStart {
        String urls = settings.text("url", "");
        if (urls.isEmpty()) {
            throw settings.missing("url", "the address of Redis, redis://host:port or rediss://host:port");
        }
        List<String> addresses =
                Arrays.stream(urls.split(",")).map(String::strip).toList();
        for (String address : addresses) {
            if (!address.matches(ADDRESS)) {
                throw settings.invalid("url", address, "redis://host:port or rediss://host:port");
            }
        }
        RedisTopology topology = settings.choice("topology", RedisTopology.SINGLE);
        if (topology == RedisTopology.SINGLE && addresses.size() > 1) {
            throw settings.invalid("topology", "single", "replicated or cluster for several addresses");
        }
        return new RedisSettings(
                addresses, topology, nullable(settings, "user"), nullable(settings, "password"), file(settings));
    }

    /** Without the password, so that it can be logged. */
    @Override
    public String toString() {
        return String.join(", ", addresses);
    }

    private static @Nullable Path file(Settings settings) throws CannotStart {
        String file = nullable(settings, "certificates");
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw settings.invalid("certificates", file, "a readable PEM file");
        }
        return file == null ? null : Path.of(file);
    }

    private static @Nullable String nullable(Settings settings, String key) {
        String value = settings.text(key, "");
        return value.isEmpty() ? null : value;
    }
}
