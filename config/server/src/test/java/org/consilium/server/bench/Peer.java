package org.consilium.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.process.Ports;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;

/** A Tomcat to compare with, started from its source with jars that never ship. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Peer start(String classPath, Path source, Path folder, List<String> more) throws IOException {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                source.toString(),
                String.valueOf(port),
                folder.toString()));
        command.addAll(more);
        return new Peer(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                port);
    }

    /** The configuration in the format of Redisson. */
    static String settings(Path folder, RedisServer redis) throws IOException {
        Path file = folder.resolve("redisson.yaml");
        Files.writeString(
                file,
                "singleServerConfig:\n  address: \"" + redis.url() + "\"\n  username: \"" + RedisSettings.ADMINISTRATOR
                        + "\"\n  password: \"" + redis.password()
                        + "\"\ncodec: !<org.redisson.codec.SerializationCodec> {}\n");
        return file.toString();
    }

    void awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return;
            }
        }
        throw new IOException("the peer did not start");
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/bench");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
