package org.consilium.local;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.local.database.DailyPartitions;
import org.consilium.local.database.Database;
import org.consilium.local.database.MariaDb;
import org.consilium.local.demo.DemoData;
import org.consilium.local.mail.MailServer;
import org.consilium.local.node.AotCache;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.BackEnd;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.S3Server;

/** Everything that the run command starts, in order: the back ends, the first node, the demo data, the other nodes. */
final class LocalStack {
    private static final long MEGABYTES_NEEDED = 1024;
    private static final String ADMINISTRATOR = "admin@example.org";
    private static final String PRIVACY_OFFICER = "privacy@example.org";
    private static final List<String> ROLES = List.of("patient", "nurse", "doctor", "administrator", "privacy-officer");

    private final Options options;
    private final Workspace workspace;
    private final Progress progress;

    LocalStack(Options options, Workspace workspace, Progress progress) {
        this.options = options;
        this.workspace = workspace;
        this.progress = progress;
    }

    /** Starts everything, says how to use it, and records the AOT cache if that is due. */
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
        MailServer mail = MailServer.start(workspace);
        List<BackEnd> backEnds = List.of(mariaDb, s3, RedisServer.start(workspace), mail);
        for (BackEnd backEnd : backEnds) {
            backEnd.awaitReady();
            progress.done(backEnd.title() + " ready", begin);
        }
        Map<String, String> properties = properties(backEnds);
        new DailyPartitions(mariaDb, MariaDb.DEFAULT_DATABASE, Clock.systemUTC(), progress::say).begin();
        Application application = Application.of(options, workspace, progress, properties);
        application.startFirst();
        boolean loaded =
                loadDemo(mariaDb.createDatabase(MariaDb.DEFAULT_DATABASE), s3.createBucket(S3Server.DEFAULT_BUCKET));
        application.startOthers();
        progress.done("everything ready", begin);
        welcome(application, mail.page(), loaded ? Welcome.demoAccounts() : administrator());
        recordCache(properties(backEnds));
    }

    private void welcome(Application application, URI letters, List<String> accounts) {
        progress.say(
                options.encryption().equals(Options.NO_ENCRYPTION)
                        ? "photos are stored unencrypted in .local/: the local image store has no encryption"
                                + " (-Dencryption=client-side encrypts them)"
                        : "new photos are stored encrypted in .local/");
        progress.block(Welcome.text(application.address(), letters, workspace.folder(), accounts, application.nodes()));
    }

    /** Users do not wait for it. A first start records nothing, because most builds are started only once. */
    private void recordCache(Map<String, String> properties) {
        AotCache cache = AotCache.ofServer();
        if (cache.startedBefore() && !cache.exists()) {
            long begin = System.nanoTime();
            try {
                cache.record(
                        workspace, NodeSettings.of("aot-cache", Ports.free()).with(properties));
                progress.done("recorded the server's classes: the next start will be faster", begin);
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
        properties.put("consilium.server.session-keys", workspace.secrets().get("session.key"));
        properties.put("consilium.secret.keys", workspace.secrets().get("database.key"));
        properties.put("consilium.storage.encryption", options.encryption());
        properties.put("consilium.web.address", "http://localhost:" + options.port());
        properties.put("consilium.web.time-zone", ZoneId.systemDefault().getId());
        // on one machine all users share an address
        properties.put("consilium.limit.sign-in-address", "100000 per 10m");
        properties.put("consilium.limit.registration-address", "100000 per 1h");
        if (options.demo()) {
            properties.merge("consilium.secret.keys", DemoData.SECRET_KEY, (own, demo) -> own + ',' + demo);
            // the demo people share a password that everybody knows
            ROLES.forEach(role -> properties.put("consilium.account.second-factor-" + role, "offered"));
        } else {
            properties.put("consilium.account.administrator-email", ADMINISTRATOR);
            properties.put("consilium.account.administrator-password", administratorPassword());
            properties.put("consilium.account.privacy-officer-email", PRIVACY_OFFICER);
        }
        return properties;
    }

    /** Loads the demo data if wanted and the database is empty; returns whether the database has it. */
    private boolean loadDemo(Database database, Bucket bucket) {
        long begin = System.nanoTime();
        DemoData demo = new DemoData(database, bucket);
        if (options.demo() && demo.load()) {
            progress.done("demo data loaded", begin);
        }
        return demo.isLoaded();
    }

    private List<String> administrator() {
        return List.of(
                "Administrator: " + ADMINISTRATOR,
                "Password:      " + administratorPassword() + "  (unless it has been changed)",
                "Second person: " + PRIVACY_OFFICER + ", who approves whom the administrator invites,",
                "               and is invited by an e-mail");
    }

    private String administratorPassword() {
        return workspace.secrets().get("administrator.password");
    }
}
