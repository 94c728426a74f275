package org.consilium.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.log.Console;
import org.consilium.server.log.Json;
import org.consilium.server.redis.Redis;
import org.consilium.server.redis.RedisSettings;
import org.consilium.server.session.SessionStrategy;
import org.consilium.server.session.store.SessionPolicy;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.RootCause;
import org.consilium.server.settings.Settings;

/** {@code java -jar server.jar}: starts the application server with the EAR, or prints one line that says why not. */
public final class Server {
    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    private Server() {}

    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        // the database's driver writes times in the time zone of this process, otherwise that of the machine
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        Console.claim();
        Lifecycle lifecycle = new Lifecycle();
        try {
            start(new Arguments(List.of(arguments)), lifecycle, begin);
        } catch (CannotStart e) {
            lifecycle.fail("consilium-server: " + e.getMessage(), e.exitCode());
        } catch (IOException | URISyntaxException | RuntimeException | LinkageError e) {
            LOG.log(Level.SEVERE, "the start failed", e);
            lifecycle.fail("consilium-server: cannot start: " + RootCause.line(e), CannotStart.FAILURE);
        }
    }

    private static void start(Arguments arguments, Lifecycle lifecycle, long begin)
            throws CannotStart, IOException, URISyntaxException {
        if (arguments.help()) {
            Console.line(usage());
            return;
        }
        for (Path file : arguments.propertyFiles()) {
            new PropertyFile(file).apply();
        }
        Settings settings = new Settings(System.getenv());
        Options options = arguments.options(settings);
        if (!Files.isRegularFile(options.ear()) || !Files.isReadable(options.ear())) {
            throw CannotStart.because("the application " + options.ear() + " cannot be read");
        }
        int port = Port.firstFree(options.host(), options.port(), options.portRange());
        System.setProperty("consilium.server.host", options.host());
        System.setProperty("consilium.server.port", Integer.toString(port));
        System.setProperty(
                "consilium.server.application", options.ear().toAbsolutePath().toString());
        System.setProperty("consilium.server.http-threads", Integer.toString(options.httpThreads()));
        Path jar = jar();
        connect(settings);
        Node.prepareRuntime(jar);
        Instance instance =
                new Instance(options, RootDirectory.from(jar.resolveSibling("domain"), options.rootDirectory()));
        lifecycle.begin(instance);
        instance.start();
        lifecycle.started();
        ready(options, port, (System.nanoTime() - begin) / 1_000_000);
    }

    private static void connect(Settings settings) throws CannotStart {
        boolean sessions = settings.choice("sessions", SessionStorage.REDIS) == SessionStorage.REDIS;
        Settings ofRedis = settings.ofRedis();
        if (sessions) {
            SessionStrategy.configure(SessionPolicy.of(settings));
        }
        if (sessions || ofRedis.has("url")) {
            Redis.connect(RedisSettings.of(ofRedis), sessions);
        }
    }

    private static void ready(Options options, int port, long bootMs) throws IOException {
        Console.line(new Json()
                .add("type", "log")
                .add("time", Instant.now().toString())
                .add("level", "INFO")
                .add("logger", Server.class.getName())
                .add("thread", Thread.currentThread().getName())
                .add("message", "ready")
                .add("port", port)
                .add("bootMs", bootMs)
                .toString());
        if (options.summary()) {
            Console.line(new InstanceSummary(options.ear(), port).text());
        }
    }

    /** Where sessions are stored. */
    private enum SessionStorage {
        REDIS,
        /** In this process: they end with it, and other nodes do not have them. */
        MEMORY
    }

    /** The jar that contains this class, or the folder of classes. */
    private static Path jar() throws URISyntaxException {
        return Path.of(
                Server.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String usage() throws IOException {
        try (InputStream text = Server.class.getResourceAsStream("usage.txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
