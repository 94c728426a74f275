package org.consilium.ear.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.Database;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Project;
import org.consilium.local.redis.RedisSettings;
import org.consilium.local.store.Bucket;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** The same portal on Spring Boot ({@code ear/peer}), on the same back ends. */
final class PeerPortal implements Portal {
    private static final String BUCKET = "peer-images";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(10);

    private final ChildProcess process;
    private final URI home;

    private PeerPortal(ChildProcess process, URI home) {
        this.process = process;
        this.home = home;
    }

    /**
     * Starts it with a database and a bucket of its own, and its own data in it.
     *
     * @param password everybody's
     */
    static PeerPortal start(String password) {
        Stand stand = Stand.get();
        Database database = stand.database("peer");
        Bucket bucket = stand.s3().createBucket(BUCKET);
        int port = Ports.free();
        Map<String, String> settings = new HashMap<>(Map.of(
                "PORT", String.valueOf(port),
                "DB_URL", database.url(),
                "DB_USER", database.user(),
                "DB_PASSWORD", database.password(),
                "REDIS_HOST", Ports.LOOPBACK,
                "REDIS_PORT", String.valueOf(stand.redis().port()),
                "REDIS_USER", RedisSettings.ADMINISTRATOR,
                "REDIS_PASSWORD", stand.redis().password(),
                "SEED_PASSWORD", password));
        settings.putAll(Map.of(
                "S3_ENDPOINT", bucket.endpoint().toString(),
                "S3_BUCKET", BUCKET,
                "S3_ACCESS_KEY", bucket.accessKey(),
                "S3_SECRET_KEY", bucket.secretKey()));
        Path file = PrivateFile.write(stand.workspace().configuration("peer.properties"), settings);
        Path jar = Project.here().folder().resolve("ear/peer/target/peer.jar");
        ChildProcess process = stand.workspace()
                .start(
                        "peer",
                        List.of(
                                Project.java().toString(),
                                "-Xmx" + MeasuredServer.HEAP,
                                MeasuredServer.COLLECTOR,
                                "-jar",
                                jar.toString(),
                                "--spring.config.additional-location=" + file.toUri()),
                        END);
        PeerPortal peer = new PeerPortal(process, URI.create("http://127.0.0.1:" + port + "/"));
        process.awaitOk(peer.home.resolve("/actuator/health"), START);
        return peer;
    }

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI home() {
        return home;
    }

    @Override
    public Answer signIn(HttpVisit visit, String email, String password) {
        HtmlForm form = form(visit.get("/sign-in"), "signin");
        return visit.post("/sign-in", form.withParameter("email", email).withParameter("password", password));
    }

    @Override
    public Answer send(HttpVisit visit, String thread, Answer page, String text) {
        return visit.post(thread + "/messages", form(page, "reply").withParameter("text", text));
    }

    @Override
    public Answer sendPhoto(HttpVisit visit, String thread, Answer page, byte[] photo) {
        return visit.post(thread + "/photos", form(page, "photo").withFileParameter("photo", photo));
    }

    @Override
    public Answer signOut(HttpVisit visit, Answer page) {
        return visit.post("/sign-out", form(page, "signout"));
    }

    private static HtmlForm form(Answer page, String id) {
        return HtmlForm.in(page.body(), id).without(id + ":send");
    }

    @Override
    public void close() {
        process.close();
    }
}
