package org.consilium.local.redis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.ServerProcess;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.tls.PemFiles;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisException;

/** The session store: Redis as a child process that listens on the loopback address and has two users. */
public final class RedisServer extends ServerProcess {
    private static final String PASSWORD = "redis.password";
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(10);
    private static final int REPLY_TIMEOUT_MILLIS = 5000;

    private final RedisSettings settings;
    private final String password;

    private RedisServer(RedisSettings settings, String password, ChildProcess process) {
        super(process, settings.port());
        this.settings = settings;
        this.password = password;
    }

    /** Starts the server on a free port, with the workspace's sessions; returns before it is ready. */
    public static RedisServer start(Workspace workspace) {
        return start(workspace, RedisSettings.defaults());
    }

    /** Starts a server with these settings; returns before it is ready. */
    public static RedisServer start(Workspace workspace, RedisSettings settings) {
        return start(workspace, settings, RedisSoftware.unpackInto(workspace.folder("software")));
    }

    static RedisServer start(Workspace workspace, RedisSettings settings, Path program) {
        Path data = workspace.folder(settings.name());
        if (!settings.persistent()) {
            deleteData(data);
        }
        String password = workspace.secrets().get(PASSWORD);
        Path configuration = PrivateFile.write(
                workspace.configuration(settings.name() + ".conf"),
                new RedisConfiguration(settings, data, password).text());
        List<String> command = List.of(program.toString(), configuration.toString());
        return new RedisServer(settings, password, workspace.start(settings.name(), command, GRACE_PERIOD));
    }

    /** A replica writes a snapshot whatever the settings. */
    private static void deleteData(Path data) {
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
     * Waits until the reply to a command contains the text, such as {@code master_link_status:up} in the reply to
     * {@code INFO replication}.
     */
    public void awaitReply(String text, String... command) {
        process()
                .await(
                        "reply \"" + text + "\" to " + String.join(" ", command),
                        () -> replies(text, command),
                        READY_TIMEOUT);
    }

    private boolean replies(String text, String... command) {
        try (RedisConnection connection = connect()) {
            return String.valueOf(connection.send(command)).contains(text);
        } catch (JedisException e) {
            // it does not listen yet, or is still loading its data
            return false;
        }
    }

    /** Opens a connection with all rights. */
    public RedisConnection connect() {
        return connect(config().user(RedisSettings.ADMINISTRATOR).password(password));
    }

    RedisConnection connect(DefaultJedisClientConfig.Builder config) {
        return new RedisConnection(new HostAndPort(Ports.LOOPBACK, port()), config.build());
    }

    /** The settings of an anonymous connection: the timeouts and, if the server uses TLS, its authority. */
    DefaultJedisClientConfig.Builder config() {
        DefaultJedisClientConfig.Builder config =
                // the default begins with HELLO, which an anonymous user may not send
                DefaultJedisClientConfig.builder().serverDefaultProtocol().timeoutMillis(REPLY_TIMEOUT_MILLIS);
        settings.certificates().ifPresent(files -> config.sslOptions(trusting(files)));
        return config;
    }

    private static SslOptions trusting(PemFiles files) {
        return SslOptions.builder()
                .trustStoreType("PKCS12")
                .truststore(() -> new ByteArrayInputStream(files.trustStore()), new char[0])
                .sslVerifyMode(SslVerifyMode.FULL)
                .build();
    }

    /** Makes a replica the primary: it keeps its data, and accepts writes. */
    public void promote() {
        try (RedisConnection connection = connect()) {
            connection.send("REPLICAOF", "NO", "ONE");
        }
    }

    /** The address for a client: {@code redis://} or, with TLS, {@code rediss://}. */
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
        return Map.of(
                "consilium.redis.url",
                url,
                "consilium.redis.user",
                RedisSettings.USER,
                "consilium.redis.password",
                password);
    }

    public RedisSettings settings() {
        return settings;
    }

    /** Ends it at once, like a power failure; a start with its {@link #settings()} brings it back on the same port. */
    public void kill() {
        process().kill();
    }

    /** Freezes it: connections stay open, and there are no replies. */
    public void pause() {
        process().pause();
    }

    public void resume() {
        process().resume();
    }
}
