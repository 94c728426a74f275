package org.consilium.local.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consilium.local.BackEnd;
import org.consilium.local.ChildProcess;
import org.consilium.local.Ports;
import org.consilium.local.PrivateFile;
import org.consilium.local.StartException;
import org.consilium.local.Workspace;

/** The session store (Redis), as a child process that listens on the loop-back address and lets in two users. */
public final class RedisServer implements BackEnd {
    public static final String USER = "consilium";
    /** May do everything; for looking into it, and for replicas. */
    public static final String ADMINISTRATOR = "administrator";

    private static final String PASSWORD = "redis.password";
    static final String CLUSTER_FILE = "nodes.conf";
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RedisSettings settings;
    private final String password;
    private final ChildProcess process;

    private RedisServer(RedisSettings settings, String password, ChildProcess process) {
        this.settings = settings;
        this.password = password;
        this.process = process;
    }

    /** Starts the server on a free port, with the workspace's sessions; returns before it is ready. */
    public static RedisServer start(Workspace workspace) {
        return start(workspace, RedisSettings.kept());
    }

    /** The same as it is told to run. All servers of a workspace have the same password. */
    public static RedisServer start(Workspace workspace, RedisSettings settings) {
        return start(workspace, settings, RedisSoftware.unpackInto(workspace.folder("software")));
    }

    static RedisServer start(Workspace workspace, RedisSettings settings, Path program) {
        Path data = workspace.folder(settings.name());
        if (!settings.persistent()) {
            forget(data);
        }
        String password = workspace.secrets().get(PASSWORD);
        Path configuration = PrivateFile.write(
                workspace.configuration(settings.name() + ".conf"),
                new RedisConfiguration(settings, data, password).text());
        List<String> command = List.of(program.toString(), configuration.toString());
        return new RedisServer(settings, password, workspace.start(settings.name(), command, GRACE));
    }

    /** A replica writes a snapshot of its own, whatever it is told about persistence. */
    private static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve("dump.rdb"));
            Files.deleteIfExists(data.resolve("appendonly.aof"));
        } catch (IOException e) {
            throw StartException.of("empty " + data, e);
        }
    }

    @Override
    public String title() {
        return "session store";
    }

    @Override
    public void awaitReady() {
        awaitReply("PONG", "PING");
    }

    /**
     * Waits until the reply to a command holds the text, such as {@code master_link_status:up} in that to {@code INFO
     * replication}.
     */
    public void awaitReply(String text, String... command) {
        process.await("reply \"" + text + "\" to " + String.join(" ", command), () -> replies(text, command), READY);
    }

    private boolean replies(String text, String... command) {
        try (RedisConnection connection = connect()) {
            return String.valueOf(connection.send(command)).contains(text);
        } catch (RedisException e) {
            // not listening yet, or still reading its data
            return false;
        }
    }

    /** A connection that may do everything. */
    public RedisConnection connect() {
        RedisConnection connection = connectAsNobody();
        try {
            return connection.as(ADMINISTRATOR, password);
        } catch (RedisException e) {
            connection.close();
            throw e;
        }
    }

    RedisConnection connectAsNobody() {
        return settings.certificates()
                .map(files ->
                        RedisConnection.open(files.clientContext().getSocketFactory(), Ports.LOOPBACK, settings.port()))
                .orElseGet(() -> RedisConnection.open(Ports.LOOPBACK, settings.port()));
    }

    /** Makes a replica the primary: it keeps what it has, and takes writes. */
    public void promote() {
        try (RedisConnection connection = connect()) {
            connection.send("REPLICAOF", "NO", "ONE");
        }
    }

    /** Where a client finds it: {@code redis://} or, with TLS, {@code rediss://}. */
    public String url() {
        return (settings.certificates().isPresent() ? "rediss://" : "redis://") + Ports.LOOPBACK + ":" + port();
    }

    public String password() {
        return password;
    }

    @Override
    public Map<String, String> properties() {
        return properties(url(), password);
    }

    static Map<String, String> properties(String url, String password) {
        return Map.of("consilium.redis.url", url, "consilium.redis.user", USER, "consilium.redis.password", password);
    }

    public int port() {
        return settings.port();
    }

    public RedisSettings settings() {
        return settings;
    }

    public ChildProcess process() {
        return process;
    }

    /** Ends it as a power cut would; {@code start} with its {@link #settings()} brings it back on the same port. */
    public void kill() {
        process.kill();
    }

    /** Lets it stand still: connections stay open, and nothing is answered. */
    public void pause() {
        process.pause();
    }

    public void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.stop();
    }
}
