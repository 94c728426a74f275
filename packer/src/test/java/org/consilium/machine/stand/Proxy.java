package org.consilium.machine.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Workspace;
import org.consilium.local.tls.PemFiles;
import org.consilium.local.tls.TestCertificates;

/** HAProxy with the image's configuration, except for addresses and the certificate. */
public final class Proxy {

    private static final Path CONFIGURATION = Path.of("files/etc/consilium/haproxy.cfg");
    private static final Duration START = Duration.ofSeconds(10);

    private Proxy() {}

    /**
     * Starts it.
     *
     * @return its port
     */
    public static int start(Workspace workspace, Path program, int server) throws IOException {
        PemFiles certificates = TestCertificates.createIn(workspace.folder("tls"));
        Path pem = PrivateFile.write(
                workspace.configuration("certificate.pem"),
                Files.readString(certificates.certificate()) + Files.readString(certificates.key()));
        int port = Ports.free();
        String text = Files.readString(CONFIGURATION)
                .replace("bind :8443", "bind 127.0.0.1:" + port)
                .replace("/run/consilium-tls/certificate.pem", pem.toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + server);
        Path file = PrivateFile.write(workspace.configuration("haproxy.cfg"), text);
        ChildProcess process = workspace.start(
                "haproxy", List.of(program.toString(), "-db", "-f", file.toString()), Duration.ofSeconds(5));
        process.awaitPort(port, START);
        return port;
    }
}
