package org.consilium.local.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import org.consilium.local.TestFolders;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.tls.PemFiles;
import org.consilium.local.tls.TestCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RedisServerIT {
    private Workspace workspace;
    private PemFiles certificates;

    @BeforeAll
    void open() throws IOException {
        workspace = Workspace.open(TestFolders.empty("redis"));
        certificates = TestCertificates.createIn(workspace.folder("tls"));
    }

    @AfterAll
    void stop() {
        workspace.close();
    }

    @Test
    void refusesEveryoneWithoutThePassword() {
        RedisServer redis = ready(RedisSettings.named("closed"));
        try (RedisConnection anonymous = redis.connect(redis.config())) {
            assertThatThrownBy(() -> anonymous.send("GET", "session"))
                    .isInstanceOf(JedisDataException.class)
                    .hasMessageStartingWith("NOAUTH");
            assertThatThrownBy(() -> anonymous.send("AUTH", RedisSettings.USER, "guessed"))
                    .hasMessageStartingWith("WRONGPASS");
            assertThatThrownBy(() -> anonymous.send("AUTH", "default", "")).hasMessageStartingWith("WRONGPASS");
        }
    }

    @Test
    void hasTheConfigurationForANode() {
        RedisServer redis = ready(RedisSettings.named("configured"));
        assertThat(redis.properties())
                .containsEntry("consilium.redis.url", "redis://127.0.0.1:" + redis.port())
                .containsEntry("consilium.redis.user", "consilium")
                .containsEntry("consilium.redis.password", redis.password());
        assertThat(value(redis, "CONFIG", "GET", "maxmemory-policy")).contains("noeviction");
        assertThat(redis.process().lines()).noneMatch(line -> line.contains(redis.password()));
    }

    @Test
    void keepsItsDataWhenItIsRestarted() {
        RedisServer first = ready(RedisSettings.named("kept"));
        value(first, "SET", "session", "Paula's");
        first.close();
        assertThat(value(ready(first.settings()), "GET", "session")).isEqualTo("Paula's");
    }

    @Test
    void startsEmptyOnTheSamePortWithoutPersistence() {
        RedisServer first = ready(RedisSettings.named("empty").withoutPersistence());
        value(first, "SET", "session", "Paula's");
        first.kill();
        RedisServer second = ready(first.settings());
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(value(second, "GET", "session")).isNull();
    }

    @Test
    void canBePausedAndResumed() throws IOException {
        RedisServer redis = ready(RedisSettings.named("paused").withoutPersistence());
        redis.pause();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read()).hasMessageContaining("timed out");
            redis.resume();
            socket.setSoTimeout(5000);
            assertThat(socket.getInputStream().read()).isEqualTo('-');
        }
    }

    @Test
    void acceptsTlsOnlyAndHasACertificate() {
        RedisServer redis = ready(RedisSettings.named("tls").withTls(certificates));
        assertThat(redis.url()).startsWith("rediss://127.0.0.1:");
        assertThat(value(redis, "ECHO", "grüezi")).isEqualTo("grüezi");
        assertThatThrownBy(() -> redis.connect(redis.config().sslOptions(SslOptions.defaults())))
                .hasCauseInstanceOf(SSLException.class);
        HostAndPort address = new HostAndPort("127.0.0.1", redis.port());
        assertThatThrownBy(() -> new RedisConnection(
                        address, DefaultJedisClientConfig.builder().build()))
                .isInstanceOf(JedisException.class);
    }

    @Test
    void aPromotedReplicaKeepsTheData() {
        RedisServer primary = ready(RedisSettings.named("primary").withTls(certificates));
        value(primary, "SET", "session", "Paula's");
        RedisServer replica =
                ready(RedisSettings.named("replica").withTls(certificates).replicaOf("127.0.0.1", primary.port()));
        replica.awaitReply("master_link_status:up", "INFO", "replication");
        primary.kill();
        assertThatThrownBy(() -> value(replica, "SET", "session", "Kurt's")).hasMessageStartingWith("READONLY");
        replica.promote();
        assertThat(value(replica, "GET", "session")).isEqualTo("Paula's");
        assertThat(value(replica, "SET", "session", "Kurt's")).isEqualTo("OK");
    }

    @Test
    void threePrimariesShareTheKeys() {
        RedisCluster cluster = RedisCluster.start(workspace, 3);
        cluster.awaitReady();
        List<String> urls = Arrays.asList(
                cluster.properties().getOrDefault("consilium.redis.url", "").split(","));
        assertThat(urls).hasSize(3).allMatch(url -> url.startsWith("redis://127.0.0.1:"));
        assertThat(cluster.servers()).filteredOn(this::holdsTheSession).hasSize(1);
        cluster.close();
    }

    private boolean holdsTheSession(RedisServer server) {
        try {
            return "OK".equals(value(server, "SET", "session", "Paula's"));
        } catch (JedisDataException e) {
            assertThat(e).hasMessageStartingWith("MOVED");
            return false;
        }
    }

    @Test
    void namesTheMissingLibrary(@TempDir Path other) throws IOException {
        Path program = Files.writeString(
                other.resolve("redis-server"),
                "#!/bin/sh\necho 'redis-server: error while loading shared libraries: libssl.so.3: cannot open'\nexit 127\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        RedisServer redis = RedisServer.start(workspace, RedisSettings.named("lacking"), program);
        assertThatThrownBy(redis::awaitReady)
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("lacking did not start: the library libssl.so.3 is missing on this system"
                        + " (on Debian or Ubuntu: apt-get install libssl3); see ");
    }

    private RedisServer ready(RedisSettings settings) {
        RedisServer started = RedisServer.start(workspace, settings);
        started.awaitReady();
        return started;
    }

    private static @Nullable String value(RedisServer redis, String... command) {
        try (RedisConnection connection = redis.connect()) {
            return connection.text(command);
        }
    }
}
