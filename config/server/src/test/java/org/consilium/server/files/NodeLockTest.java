package org.consilium.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLockTest {
    private static final String PREFIX = "node-";

    @TempDir
    private Path temporary;

    private Path own;
    private Path other;

    @BeforeEach
    void directories() throws IOException {
        own = Files.createDirectory(temporary.resolve(PREFIX + "own"));
        other = Files.createDirectory(temporary.resolve(PREFIX + "other"));
        Files.writeString(Files.createDirectory(other.resolve("uploads")).resolve("photo"), "a photo");
    }

    @Test
    void theDirectoryOfANodeIsDeletedOnceItsProcessHasEnded() throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Locking.class.getName(),
                        other.toString())
                .start();
        assertThat(node.getInputStream().read()).isEqualTo(Locking.LOCKED);
        NodeLock.deleteDead(own, PREFIX);
        assertThat(other.resolve("uploads/photo")).exists();

        node.destroyForcibly().waitFor();
        NodeLock.deleteDead(own, PREFIX);
        assertThat(other).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void aDirectoryWithoutALockStays() throws IOException {
        NodeLock.deleteDead(own, PREFIX);
        assertThat(other).exists();
    }

    @Test
    void aLinkToADirectoryStays() throws IOException {
        Path elsewhere = Files.move(other, temporary.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve(".lock"));
        Files.createSymbolicLink(other, elsewhere);
        NodeLock.deleteDead(own, PREFIX);
        assertThat(elsewhere.resolve("uploads/photo")).exists();
    }

    /** Another process that locks a directory until it is killed. */
    static final class Locking {
        static final char LOCKED = 'l';

        private Locking() {}

        public static void main(String[] arguments) throws IOException {
            NodeLock lock = NodeLock.on(Path.of(arguments[0]));
            OutputStream out = System.out;
            out.write(String.valueOf(LOCKED).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            int end = System.in.read();
            lock.release();
            System.exit(end);
        }
    }
}
