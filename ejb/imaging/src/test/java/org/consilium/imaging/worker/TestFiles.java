package org.consilium.imaging.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Files beside the tests. */
final class TestFiles {
    private TestFiles() {}

    static byte[] read(String name) {
        try (InputStream file = TestFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
