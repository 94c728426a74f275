package org.consilium.image;

import com.drew.lang.ByteArrayReader;
import com.sun.jna.Native;
import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.FileUtil;
import com.twelvemonkeys.lang.StringUtil;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link DarkRoom} as its node sees it; for one photo at a time. */
final class PhotoProcess implements AutoCloseable {

    /** Enough for the largest photo that the limits let pass, with its renditions. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    /** One class of each library that it needs. */
    private static final List<Class<?>> PARTS = List.of(
            DarkRoom.class,
            JPEGImageReaderSpi.class,
            WebPImageReaderSpi.class,
            ImageReaderBase.class,
            Directory.class,
            StringUtil.class,
            FileUtil.class,
            ImageUtil.class,
            ByteArrayReader.class,
            Native.class);

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private PhotoProcess(Process process) {
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /** @throws IOException when this machine has no room for a process */
    static PhotoProcess start() throws IOException {
        ProcessBuilder java = new ProcessBuilder(Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JAVA_OPTIONS.stream(),
                        Stream.of("-cp", classPath(), DarkRoom.class.getName()))
                .flatMap(words -> words)
                .toList());
        // the node's secrets are none of its business
        java.environment().clear();
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new PhotoProcess(java.start());
    }

    private static String classPath() {
        return PARTS.stream().map(PhotoProcess::place).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Has one file developed.
     *
     * @param patience after which the process is ended
     * @throws ImageRefusedException when it is no photo that can be taken
     * @throws IOException when the process has ended, or did not answer in time; it is of no use any more
     */
    Photo develop(byte[] file, PixelLimits limits, Duration patience) throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            PhotoWire.ask(out, file, limits);
            return PhotoWire.photo(in, file);
        } finally {
            limit.cancel(false);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
