package org.consilium.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The S3 server (s3proxy), as a child process that keeps its objects as files and checks every signature. */
public final class S3Server implements BackEnd {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    public static final String DEFAULT_BUCKET = "consilium-images";
    private static final String ACCESS_KEY = "consilium";

    private final Path objects;
    private final Path keyFile;
    private final Secrets secrets;
    private final int port;
    private final ChildProcess process;

    private S3Server(Path objects, Path keyFile, Secrets secrets, int port, ChildProcess process) {
        this.objects = objects;
        this.keyFile = keyFile;
        this.secrets = secrets;
        this.port = port;
        this.process = process;
    }

    /** Starts the server on a free port, with the workspace's objects; returns before it is ready. */
    public static S3Server start(Workspace workspace) {
        return start(workspace, Ports.free());
    }

    public static S3Server start(Workspace workspace, int port) {
        Path objects = workspace.folder("s3");
        Secrets secrets = workspace.secrets();
        Path configuration =
                PrivateFile.write(workspace.configuration("s3.properties"), settings(port, objects, secrets));
        List<String> command = List.of(
                Project.java().toString(),
                // a photo of 50 MB that comes signed is held as a whole
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // its own dependencies clash with others: hence a process of its own
                "-cp",
                Project.here().s3proxy().toString(),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
        Path keyFile = PrivateFile.write(workspace.configuration("image.key"), key(secrets.get("image.key")));
        return new S3Server(objects, keyFile, secrets, port, workspace.start("s3", command, GRACE));
    }

    /** A key of 256 bits in Base64; the same for the same secret, as what it has encrypted is kept. */
    private static String key(String secret) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Map<String, String> settings(int port, Path objects, Secrets secrets) {
        return Map.of(
                "s3proxy.endpoint", "http://127.0.0.1:" + port,
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", ACCESS_KEY,
                "s3proxy.credential", secrets.get("s3.secret"),
                // a page may send to and read from signed links; without a signature nothing opens
                "s3proxy.cors-allow-all", "true",
                "jclouds.provider", "filesystem-nio2",
                "jclouds.identity", "unused",
                "jclouds.credential", "unused",
                "jclouds.filesystem.basedir", objects.toString());
    }

    @Override
    public String title() {
        return "image store";
    }

    @Override
    public void awaitReady() {
        process.awaitPort(port, READY);
    }

    /** Creates a bucket, unless it is there. */
    public Bucket createBucket(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a bucket: " + name);
        }
        // to the server, a bucket is a folder
        PrivateFile.folder(objects.resolve(name));
        return new Bucket(URI.create("http://127.0.0.1:" + port), name, ACCESS_KEY, secrets.get("s3.secret"), keyFile);
    }

    @Override
    public Map<String, String> properties() {
        return createBucket(DEFAULT_BUCKET).properties();
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
    }
}
