package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The file with the hospital's own key: 256 bits in Base64. */
@ApplicationScoped
public class KeyFile {

    private static final int KEY_BYTES = 32;

    @Inject
    @ConfigProperty(name = "consilium.storage.key-file")
    private Optional<String> file;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public KeyFile() {}

    /**
     * Reads the key; empty if no file is configured.
     *
     * @throws IllegalStateException if the file does not hold a key
     */
    Optional<SecretKey> key() {
        return file.map(Path::of).map(KeyFile::read);
    }

    private static SecretKey read(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("consilium.storage.key-file cannot be read as Base64", unreadable);
        }
        throw new IllegalStateException("consilium.storage.key-file does not hold a 256-bit key");
    }
}
