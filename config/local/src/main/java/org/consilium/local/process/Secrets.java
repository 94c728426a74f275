package org.consilium.local.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of one workspace: generated at first use, then kept in a file that only its owner can read. */
public final class Secrets {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 28;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, String> known = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    /** The secret of that name: letters and digits only, and the same at every start. */
    public synchronized String get(String name) {
        String secret = known.get(name);
        if (secret == null) {
            secret = random.ints(LENGTH, 0, ALPHABET.length())
                    .mapToObj(i -> ALPHABET.substring(i, i + 1))
                    .collect(Collectors.joining());
            known.put(name, secret);
            PrivateFile.write(file, known);
        }
        return secret;
    }

    private void read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw StartException.of("read " + file, e);
        }
        properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
    }
}
