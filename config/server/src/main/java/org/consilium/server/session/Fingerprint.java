package org.consilium.server.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A short digest of libraries, files and texts, independent of the order of files on the disk. */
final class Fingerprint {
    /** Few versions run at a time: 48 bits are more than enough to tell them apart. */
    private static final int BYTES = 6;

    private static final String LIBRARIES = "WEB-INF/lib/";

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds the release of the library that contains the class. */
    Fingerprint release(Class<?> ofLibrary) {
        return text(String.valueOf(ofLibrary.getPackage().getImplementationVersion()));
    }

    Fingerprint texts(Collection<String> texts) {
        texts.stream().sorted().forEach(this::text);
        return this;
    }

    /** Adds the views of an unpacked web application, their tag libraries, and the names of its libraries. */
    Fingerprint views(Path application) throws IOException {
        for (Path file : files(application)) {
            String name = application.relativize(file).toString().replace('\\', '/');
            if (name.startsWith(LIBRARIES)) {
                text(name);
            } else if (name.endsWith(".xhtml") || name.endsWith(".taglib.xml") || name.endsWith("/faces-config.xml")) {
                text(name);
                digest.update(Files.readAllBytes(file));
            }
        }
        return this;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Adds the content of an archive, by the checksums in its directory. */
    Fingerprint archive(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return texts(archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(Fingerprint::checksum)
                    .toList());
        }
    }

    private static String checksum(ZipEntry entry) {
        return entry.getName() + " " + Long.toHexString(entry.getCrc());
    }

    private Fingerprint text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return this;
    }

    /** Eight characters that need no escaping anywhere. */
    String name() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }
}
