package org.consilium.local.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Project;
import org.consilium.local.process.Secrets;
import org.consilium.local.process.ServerProcess;
import org.consilium.local.process.Sha256;
import org.consilium.local.process.Workspace;

/** The image store: s3proxy as a child process, which keeps objects as files and checks every signature. */
public final class S3Server extends ServerProcess {
    public static final String DEFAULT_BUCKET = "consilium-images";
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(5);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    private static final String ACCESS_KEY = "consilium";

    private final Path objects;
    private final Path keyFile;
    private final Path sealKeyFile;
    private final Secrets secrets;

    private S3Server(Path objects, Path keyFile, Path sealKeyFile, Secrets secrets, ChildProcess process, int port) {
        super(process, port);
        this.objects = objects;
        this.keyFile = keyFile;
        this.sealKeyFile = sealKeyFile;
        this.secrets = secrets;
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
                // a signed photo of up to 50 MB is kept in memory as a whole
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // its dependencies conflict with ours: only it is on this class path
                "-cp",
                Project.here().s3proxy().toString(),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
        Path keyFile = PrivateFile.write(workspace.configuration("image.key"), key(secrets.get("image.key")));
        return new S3Server(
                objects,
                keyFile,
                SealKeyFile.in(workspace),
                secrets,
                workspace.start("s3", command, GRACE_PERIOD),
                port);
    }

    /** A 256-bit key in Base64. It depends on the secret alone: images that were encrypted by it outlive this start. */
    private static String key(String secret) {
        return Base64.getEncoder().encodeToString(Sha256.of(secret));
    }

    private static Map<String, String> settings(int port, Path objects, Secrets secrets) {
        return Map.of(
                "s3proxy.endpoint", "http://127.0.0.1:" + port,
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", ACCESS_KEY,
                "s3proxy.credential", secrets.get("s3.secret"),
                // pages of any origin may use signed links; without a signature nothing is accessible
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

    /** Creates the bucket if it does not exist. */
    public Bucket createBucket(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a bucket: " + name);
        }
        // s3proxy stores a bucket as a folder
        PrivateFile.folder(objects.resolve(name));
        return new Bucket(
                URI.create("http://127.0.0.1:" + port()),
                name,
                ACCESS_KEY,
                secrets.get("s3.secret"),
                keyFile,
                sealKeyFile);
    }

    @Override
    public Map<String, String> properties() {
        return createBucket(DEFAULT_BUCKET).properties();
    }
}
