package org.consilium.server.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.jspecify.annotations.Nullable;

/** Three nodes and one Redis for tests that break neither. The first test starts them; they stop with the JVM. */
final class SharedNodes {
    private static @Nullable SharedNodes instance;

    private final Workspace workspace;
    private final RedisServer redis;
    private final Nodes nodes;

    private SharedNodes() {
        try {
            Path directory =
                    Files.createTempDirectory(Path.of("target"), "nodes").toAbsolutePath();
            workspace = Workspace.open(directory.resolve("back-ends"));
            redis = RedisServer.start(workspace, RedisSettings.defaults().withoutPersistence());
            redis.awaitReady();
            nodes = Nodes.start(directory, 3, redis, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized SharedNodes get() {
        if (instance == null) {
            instance = new SharedNodes();
        }
        return instance;
    }

    Nodes nodes() {
        return nodes;
    }

    RedisServer redis() {
        return redis;
    }

    private void stop() {
        nodes.close();
        redis.close();
        workspace.close();
    }
}
