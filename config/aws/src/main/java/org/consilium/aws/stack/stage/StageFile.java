package org.consilium.aws.stack.stage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The properties file of a stage. A key that it does not know is an error, since it would have no effect. */
final class StageFile {

    private static final Set<String> KEYS = Set.of(
            "name",
            "account",
            "region",
            "zones",
            "domain",
            "images-domain",
            "hosted-zone-id",
            "hosted-zone-name",
            "certificate",
            "images-certificate",
            "image-amd64",
            "image-arm64",
            "edge-key-1",
            "edge-key-2",
            "encryption",
            "time-zone",
            "operations-email",
            "privacy-officer-email",
            "patient-data",
            "baa-accepted",
            "baa-agreement");

    private final Path file;
    private final Properties values = new Properties();

    StageFile(Path file) throws IOException {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw invalid("unknown keys: " + String.join(", ", unknown));
        }
    }

    /** @throws StageException if it is missing */
    String get(String key) {
        return find(key).orElseThrow(() -> invalid(key + " is missing"));
    }

    Optional<String> find(String key) {
        return Optional.of(values.getProperty(key, "").strip()).filter(value -> !value.isEmpty());
    }

    Optional<LocalDate> findDate(String key) {
        try {
            return find(key).map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    List<String> list(String key) {
        return List.of(get(key).split("\\s*,\\s*"));
    }

    /** The content of a file beside this one. */
    String content(String key) {
        try {
            return Files.readString(file.resolveSibling(get(key)));
        } catch (IOException unreadable) {
            throw new StageException(file + ": " + key + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** @param meaning the message if the value does not match */
    void require(String key, String pattern, String meaning) {
        if (!get(key).matches(pattern)) {
            throw invalid(key + ": " + meaning);
        }
    }

    StageException invalid(String message) {
        return new StageException(file + ": " + message);
    }
}
