package org.consilium.local;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.local.demo.DemoData;
import org.consilium.local.redis.RedisServer;

/** All that the run command starts, in its order: the back ends, then the nodes, then the demo data. */
final class LocalStack {
    private static final long MEGABYTES_NEEDED = 1024;
    private static final String ADMINISTRATOR = "admin@example.org";

    private final Options options;
    private final Workspace workspace;
    private final Progress progress;

    LocalStack(Options options, Workspace workspace, Progress progress) {
        this.options = options;
        this.workspace = workspace;
        this.progress = progress;
    }

    /** Starts everything; returns when people can sign in. */
    void start() {
        if (options.reset()) {
            workspace.clear();
            progress.say("deleted all data in " + workspace.folder());
        }
        requirePort();
        workspace.requireSpace(MEGABYTES_NEEDED);
        long begin = System.nanoTime();
        progress.say("starting the back ends");
        MariaDb mariaDb = MariaDb.start(workspace);
        S3Server s3 = S3Server.start(workspace);
        List<BackEnd> backEnds = List.of(mariaDb, s3, RedisServer.start(workspace));
        for (BackEnd backEnd : backEnds) {
            backEnd.awaitReady();
            progress.did(backEnd.title() + " ready", begin);
        }
        Application application = Application.of(options, workspace, progress, properties(backEnds));
        application.startFirst();
        boolean loaded =
                demo(mariaDb.createDatabase(MariaDb.DEFAULT_DATABASE), s3.createBucket(S3Server.DEFAULT_BUCKET));
        application.startOthers();
        progress.did("everything ready", begin);
        progress.say(
                options.encryption().equals(Options.NO_ENCRYPTION)
                        ? "photos lie in .local/ unencrypted: the image store here cannot encrypt (-Dencryption=client-side)"
                        : "photos that are sent from now on lie in .local/ encrypted");
        progress.block(Welcome.text(
                application.address(),
                workspace.folder(),
                loaded ? Welcome.demoAccounts() : administrator(),
                application.nodes()));
        recordCache(properties(backEnds));
    }

    /** From the second start of a build on the next one is worth a recording, which people do not wait for. */
    private void recordCache(Map<String, String> properties) {
        AotCache cache = AotCache.ofServer();
        if (cache.startedBefore() && !cache.exists()) {
            long begin = System.nanoTime();
            try {
                cache.record(
                        workspace, NodeSettings.of("aot-cache", Ports.free()).with(properties));
                progress.did("recorded the server's classes, so that the next start is faster", begin);
            } catch (StartException e) {
                if (!workspace.isClosed()) {
                    progress.say("the next start will not be faster: " + e.getMessage());
                }
            }
        }
    }

    private void requirePort() {
        if (!Ports.isFree(options.host(), options.port())) {
            throw new StartException(
                    "port %d is in use: choose another with -Dport=".formatted(options.port()) + anotherPort());
        }
    }

    private int anotherPort() {
        return IntStream.range(1, 100)
                .map(step -> options.port() + step)
                .filter(port -> port <= Options.HIGHEST_PORT && Ports.isFree(options.host(), port))
                .findFirst()
                .orElseGet(Ports::free);
    }

    private Map<String, String> properties(List<BackEnd> backEnds) {
        Map<String, String> properties = new HashMap<>();
        backEnds.forEach(backEnd -> properties.putAll(backEnd.properties()));
        properties.put("consilium.storage.encryption", options.encryption());
        properties.put("consilium.web.time-zone", ZoneId.systemDefault().getId());
        // here everybody comes from one address: this machine's
        properties.put("consilium.limit.sign-in-address", "100000 per 10m");
        properties.put("consilium.limit.registration-address", "100000 per 1h");
        if (!options.demo()) {
            properties.put("consilium.account.administrator-email", ADMINISTRATOR);
            properties.put("consilium.account.administrator-password", administratorPassword());
        }
        return properties;
    }

    /** Whether the database holds the demo's people, having filled it if it was empty and they are wanted. */
    private boolean demo(Database database, Bucket bucket) {
        long begin = System.nanoTime();
        DemoData demo = new DemoData(database, bucket);
        if (options.demo() && demo.load()) {
            progress.did("demo data loaded", begin);
        }
        return demo.isLoaded();
    }

    private List<String> administrator() {
        return List.of(
                "Administrator: " + ADMINISTRATOR,
                "Password:      " + administratorPassword() + "  (unless it has been changed)");
    }

    private String administratorPassword() {
        return workspace.secrets().get("administrator.password");
    }
}
