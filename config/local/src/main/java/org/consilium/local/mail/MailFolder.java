package org.consilium.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.local.process.PrivateFile;

/** The letters that a mail server has taken: a folder with a file for each, as mail programs save them (RFC 5322). */
public final class MailFolder {
    private static final String ENDING = ".eml";
    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}\\.\\d{9}-\\d+-[0-9a-f]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss.nnnnnnnnn").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final AtomicLong count = new AtomicLong();

    /** @param folder created if it does not exist, readable by its owner alone, as links in letters are secret */
    public MailFolder(Path folder) {
        this.folder = PrivateFile.folder(folder);
    }

    /** Stores a letter; it can be seen when it is complete. */
    void add(String recipient, byte[] message) throws IOException {
        String name = TIME.format(Instant.now()) + "-" + count.incrementAndGet() + mark(recipient);
        Path unfinished = Files.createTempFile(folder, "letter", ".tmp");
        Files.write(unfinished, message);
        Files.move(unfinished, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The end of the names of somebody's letters, so that they are found without opening all of them. */
    private static String mark(String recipient) {
        return "-%08x".formatted(recipient.hashCode());
    }

    /** All letters, the newest first. */
    public List<Letter> letters() {
        return letters(ENDING);
    }

    private List<Letter> letters(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The letters to an address, the newest first. */
    public List<Letter> to(String address) {
        return letters(mark(address) + ENDING).stream()
                .filter(letter -> letter.to().equals(address))
                .toList();
    }

    /** A letter by its id; empty if there is none. */
    Optional<Letter> find(String id) {
        Path file = folder.resolve(id + ENDING);
        if (!NAME.matcher(id).matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Letter.parse(id, Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a letter. */
    public void delete(Letter letter) {
        try {
            Files.delete(folder.resolve(letter.id() + ENDING));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
