package org.consilium.local.redis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.process.Ports;
import org.consilium.local.tls.PemFiles;

/** The configuration file of a Redis server. */
final class RedisConfiguration {
    static final String CLUSTER_FILE = "nodes.conf";

    /** The application's rights, the same as in the cloud: its own keys and channels, no dangerous commands. */
    private static final String RIGHTS = "on resetchannels ~consilium:* &consilium:* -@all +@read +@write +@pubsub"
            + " +@scripting +@transaction +@connection -@dangerous +info +role +time";

    /** A client of a cluster asks for its topology. */
    private static final String CLUSTER_RIGHTS = " +cluster|nodes";

    private final RedisSettings settings;
    private final Path data;
    private final String password;
    private final List<String> lines = new ArrayList<>();

    RedisConfiguration(RedisSettings settings, Path data, String password) {
        this.settings = settings;
        this.data = data;
        this.password = password;
    }

    String text() {
        add("bind " + Ports.LOOPBACK, "dir " + quoted(data), "maxmemory 256mb", "maxmemory-policy noeviction");
        add("user default off", "user " + RedisSettings.ADMINISTRATOR + " on >" + password + " ~* &* +@all");
        add("user " + RedisSettings.USER + " >" + password + " " + RIGHTS + (settings.cluster() ? CLUSTER_RIGHTS : ""));
        persistence();
        settings.certificates().ifPresentOrElse(this::tls, () -> add("port " + settings.port()));
        settings.primary().ifPresent(this::replica);
        if (settings.cluster()) {
            cluster();
        }
        return String.join("\n", lines) + "\n";
    }

    private void persistence() {
        add("save \"\"", "appendonly " + (settings.persistent() ? "yes" : "no"), "appendfsync everysec");
    }

    private void tls(PemFiles files) {
        add("port 0", "tls-port " + settings.port(), "tls-auth-clients no");
        add("tls-replication yes", "tls-cluster yes");
        add("tls-cert-file " + quoted(files.certificate()), "tls-key-file " + quoted(files.key()));
        add("tls-ca-cert-file " + quoted(files.authority()));
    }

    private void replica(RedisSettings.Primary primary) {
        add("replicaof " + primary.host() + " " + primary.port());
        add("masteruser " + RedisSettings.ADMINISTRATOR, "masterauth " + password);
        // the primary does not wait for more replicas
        add("repl-diskless-sync yes", "repl-diskless-sync-delay 0");
    }

    private void cluster() {
        add("cluster-enabled yes", "cluster-config-file " + CLUSTER_FILE);
        add("cluster-announce-ip " + Ports.LOOPBACK, "cluster-node-timeout 2000");
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private static String quoted(Path path) {
        return "\"" + path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
