package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of e-mails, which one person can read. */
class MailFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void getsAFileForEach() throws IOException {
        Path folder = temporary.resolve("new/mails");
        MailFolder.add(folder, "from@example.org", new Mail("one@example.org", "Subject", "G\u00fcnter"));
        MailFolder.add(folder, "from@example.org", new Mail("two@example.org", "Subject", "text"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> mails = files.toList();
            assertThat(mails).hasSize(2).allSatisfy(mail -> {
                assertThat(mail).hasExtension("eml");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail)))
                        .isEqualTo("rw-------");
            });
            assertThat(mails.stream().map(MailFolderTest::text))
                    .anyMatch(text ->
                            text.startsWith("From: from@example.org\r\nTo: one@example.org\r\nSubject: Subject\r\n")
                                    && text.endsWith("\r\n\r\nG\u00fcnter"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void thatIsNoFolderIsReported() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatExceptionOfType(MailUnavailableException.class)
                .isThrownBy(() -> MailFolder.add(file, "from@example.org", new Mail("a@example.org", "b", "c")));
    }

    @Test
    void noAddressAddsALine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail("a@example.org\r\nBcc: b@example.org", "b", "c"));
    }
}
