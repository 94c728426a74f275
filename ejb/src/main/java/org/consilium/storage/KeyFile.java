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

/** A key of the hospital's own in a file: 256 bits in Base64. */
@ApplicationScoped
public class KeyFile {

    private static final int KEY_BYTES = 32;

    @Inject
    @ConfigProperty(name = "consilium.storage.key-file")
    private Optional<String> file;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public KeyFile() {}

    /**
     * The key; empty when there is no such file configured.
     *
     * @throws IllegalStateException when the file holds no key
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
            throw new IllegalStateException("consilium.storage.key-file cannot be read as a key in Base64", unreadable);
        }
        throw new IllegalStateException("consilium.storage.key-file holds a key that has not 256 bits");
    }
}
