package org.consilium.server.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.TrustManagerFactory;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.RootCause;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SingleServerConfig;
import org.redisson.config.SslVerificationMode;
import org.redisson.config.SubscriptionMode;

/** The one connection of this process to Redis, shared by the sessions and the application. */
public final class Redis {
    /**
     * A command is sent a second time after this timeout, and then fails. With the delay between both, a caller knows
     * within a second of this process's time that Redis does not answer.
     */
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(350);

    /** Between both attempts. A command that could not be written for this long, twice, fails as well. */
    private static final Duration RETRY_DELAY = Duration.ofMillis(200);

    private static final Duration RECONNECT_DELAY = Duration.ofMillis(50);
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(15);
    /** How soon a failover and a dead connection are noticed. */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private static final int CONNECTIONS = 64;
    private static final int IDLE_CONNECTIONS = 4;

    // static, because the container creates the objects that use it
    private static volatile @Nullable RedissonClient connection;
    private static volatile ProcessClock clock = new ProcessClock(System::nanoTime);

    private static volatile boolean keepsSessions;

    private Redis() {}

    /**
     * Connects, and checks that Redis answers.
     *
     * @param sessions whether HTTP sessions are kept in Redis, too
     */
    public static void connect(RedisSettings settings, boolean sessions) throws CannotStart {
        keepsSessions = sessions;
        try {
            RedissonClient client = Redisson.create(config(settings));
            clock = RedissonTimer.install((Redisson) client);
            connection = client;
            probe(client);
        } catch (IOException | GeneralSecurityException | RuntimeException | ExecutionException | TimeoutException e) {
            throw CannotStart.because("Redis at " + settings + " does not answer: " + RootCause.line(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotStart.because("interrupted while connecting to Redis");
        }
    }

    /** The connection; null if this server has none. */
    public static @Nullable RedissonClient connection() {
        return connection;
    }

    /** The clock for timeouts of Redis. */
    public static ProcessClock clock() {
        return clock;
    }

    /** Whether HTTP sessions are kept in Redis. */
    public static boolean sessions() {
        return keepsSessions;
    }

    private static void probe(RedissonClient client) throws InterruptedException, ExecutionException, TimeoutException {
        Object unused = client.getScript(StringCodec.INSTANCE)
                .evalAsync(RScript.Mode.READ_WRITE, "return 1", RScript.ReturnType.LONG)
                .toCompletableFuture()
                .get(STARTUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Config config(RedisSettings settings) throws IOException, GeneralSecurityException {
        Config config = new Config();
        // bytes and text only: Redisson itself never deserializes an object
        config.setCodec(ByteArrayCodec.INSTANCE);
        // its timer is replaced before it connects
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        config.setUseScriptCache(true);
        config.setTcpNoDelay(true);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setSslVerificationMode(SslVerificationMode.STRICT);
        if (settings.certificates() != null) {
            config.setSslTrustManagerFactory(trust(settings.certificates()));
        }
        switch (settings.topology()) {
            case SINGLE -> single(config.useSingleServer(), settings);
            case REPLICATED -> {
                var servers = primary(config.useReplicatedServers().setScanInterval((int) CHECK_INTERVAL.toMillis()));
                settings.addresses().forEach(servers::addNodeAddress);
            }
            case CLUSTER -> {
                var servers = primary(config.useClusterServers().setScanInterval((int) CHECK_INTERVAL.toMillis()));
                settings.addresses().forEach(servers::addNodeAddress);
            }
        }
        return config;
    }

    private static void single(SingleServerConfig server, RedisSettings settings) {
        timeouts(server)
                .setAddress(settings.addresses().get(0))
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(IDLE_CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setDnsMonitoringInterval(CHECK_INTERVAL.toMillis());
    }

    /** Sessions are read from the primary, as a replica may be behind. */
    private static <T extends BaseMasterSlaveServersConfig<T>> T primary(T servers) {
        return timeouts(servers)
                .setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionPoolSize(CONNECTIONS)
                .setMasterConnectionMinimumIdleSize(IDLE_CONNECTIONS)
                .setSlaveConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setDnsMonitoringInterval(CHECK_INTERVAL.toMillis());
    }

    private static <T extends BaseConfig<T>> T timeouts(T servers) {
        return servers.setTimeout((int) COMMAND_TIMEOUT.toMillis())
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setReconnectionDelay(new ConstantDelay(RECONNECT_DELAY))
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setPingConnectionInterval((int) CHECK_INTERVAL.toMillis());
    }

    private static TrustManagerFactory trust(Path file) throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                authorities.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        return trust;
    }
}
